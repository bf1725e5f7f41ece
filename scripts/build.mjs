// `npm run build`: bundles the bot, its worker and the operator's commands into dist/. The set-up skips it when nothing changed.
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { codesPage } from "./ground/codes-page.mjs";
import { inRoot } from "./ground/places.mjs";

const entries = ["src/main.ts", "src/cli.ts", "src/platform/worker.ts"].map((path) => inRoot(path)).filter(existsSync);

const options = {
  absWorkingDir: inRoot(),
  entryPoints: entries,
  entryNames: "[name]",
  chunkNames: "part-[name]-[hash]",
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  logLevel: "warning",
};

// esbuild has told what is wrong by itself.
const { metafile } = await build(options).catch(() => process.exit(1));

// What the bot gives to curators who run a programme on codes.
writeFileSync(inRoot("dist/codes.html"), await codesPage());

// What an earlier build left: nothing refers to it any more.
const made = new Set(Object.keys(metafile.outputs).map((path) => path.replace(/^dist\//, "")));
made.add("codes.html");
for (const name of readdirSync(inRoot("dist"))) if (!made.has(name)) rmSync(inRoot("dist", name), { force: true });
