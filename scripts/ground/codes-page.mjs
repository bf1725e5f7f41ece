// The page «Коды и имена» as one file: script, styles and texts inside, and a policy that lets nothing in or out.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { inRoot } from "./places.mjs";

const PAGE = "src/codes/page";
const LANGUAGES = ["ru", "en"];

const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
// Nothing inside a script may end it.
const unclosed = (text) => text.replace(/<\/(?=script)/gi, "<\\/");

async function bundled() {
  const { outputFiles } = await build({
    absWorkingDir: inRoot(),
    entryPoints: [`${PAGE}/main.ts`],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    logLevel: "warning",
  });
  return unclosed(outputFiles[0].text);
}

/** The whole page as text. */
export async function codesPage() {
  const script = await bundled();
  const style = readFileSync(inRoot(PAGE, "page.css"), "utf8");
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  const texts = LANGUAGES.map((language) => {
    const text = readFileSync(inRoot("locales", language, "codes.ftl"), "utf8");
    return `<script type="application/json" id="texts-${language}">${JSON.stringify(text).replaceAll("<", "\\u003c")}</script>`;
  });
  const parts = {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    style: `<style>${style}</style>`,
    texts: texts.join("\n    "),
    script: `<script>${script}</script>`,
  };
  return readFileSync(inRoot(PAGE, "index.html"), "utf8").replace(
    /<!-- (\w+) -->/g,
    (mark, name) => parts[name] ?? mark,
  );
}
