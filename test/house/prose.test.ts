import { describe, expect, it } from "vitest";
import { brokenLinks, secrets, unfinished, workplace } from "./prose.ts";
import { paths, type Source, sources } from "./tree.ts";

const page = (text: string, path = "src/x.ts"): Source => ({ path, text });
/** Words that must not stand here either are put together only when the test runs. */
const put = (...parts: string[]): string => parts.join("");

/** The lockfile is npm's own text, and the emulator's specification is Telegram's. */
const ours = sources(/./).filter(({ path }) => path !== "package-lock.json" && !path.endsWith("/spec.json"));

describe("no file says who wrote it and where", () => {
  it.each([
    put("see /wor", "k/notes"),
    put("from share", "d/reference/style.md"),
    put("in /tmp/tea", "m/common.md"),
    put("asked Chat", "GPT"),
    put("made by an A", "I"),
    put("a sub", "agent did it"),
    put("Co-authored", "-by: x"),
    put("Generated ", "by y"),
    put("нейро", "сеть"),
  ])("%s is found", (text) => {
    expect(workplace(page(`one\n// ${text}\n`))).toEqual([expect.stringMatching(/^src\/x\.ts:2: /)]);
  });

  it("an agent of a proxy, a network, shared code and the published Bot API are none of that", () => {
    const text = `import { Agent } from "node:http"; // agent, framework/x, shared between tests, main\n"../${put("share", "d/telegram/bot-api.min.json")}"`;
    expect(workplace(page(text))).toEqual([]);
  });

  it("nowhere", () => {
    expect(ours.length).toBeGreaterThan(300);
    expect(ours.flatMap(workplace)).toEqual([]);
  });
});

describe("nothing is left half done or silenced", () => {
  it.each([
    put("// TO", "DO: later"),
    put("// FIX", "ME"),
    put("value as ", "any;"),
    put("value as unknown ", "as Row"),
    put("// @ts-", "ignore"),
    put("// biome-", "ignore lint: x"),
    put("it.on", "ly("),
    put("describe.ski", "p("),
  ])("%s is found", (text) => {
    expect(unfinished(page(`one\n${text}\n`))).toEqual([expect.stringMatching(/^src\/x\.ts:2: /)]);
  });

  it("the configuration of a tool may export by default; prose may say any and skip", () => {
    expect(unfinished(page(put("// biome-", "ignore lint/style/noDefaultExport: x"), "vitest.config.ts"))).toEqual([]);
    expect(unfinished(page(put("// as ", "any of them"), "src/x.ts"))).toEqual([]);
    expect(unfinished(page("skip(this)", "docs/a.md"))).toEqual([]);
  });

  it("nowhere", () => {
    expect(ours.flatMap(unfinished)).toEqual([]);
  });
});

describe("no secret lies in the open", () => {
  it.each([
    put("123456789:", "AA", "b".repeat(33)),
    put("-----BEGIN RSA PRIVATE ", "KEY-----"),
    put("ghp", "_", "a".repeat(36)),
  ])("%s is found", (text) => {
    expect(secrets(page(text))).toHaveLength(1);
  });

  it("nowhere", () => {
    expect(ours.flatMap(secrets)).toEqual([]);
  });
});

describe("links in the documentation", () => {
  const pages = [page("# One page\n\n## A head: here\n", "docs/one.md"), page("# Two\n", "README.md")];

  it("one to a file or a heading that is not there is found", () => {
    const text =
      "[a](./one.md) [b](none.md) [c](one.md#a-head-here) [d](one.md#gone) [e](../README.md) [f](https://x.y) [g](#links)";
    const all = [...pages, page(`# Links\n${text}\n\`\`\`\n[x](gone)\n\`\`\`\n`, "docs/links.md")];
    expect(brokenLinks(all, ["docs/one.md", "docs/links.md", "README.md"])).toEqual([
      "docs/links.md:2: leads nowhere: none.md",
      "docs/links.md:2: leads nowhere: one.md#gone",
    ]);
  });

  it("all lead somewhere", () => {
    expect(brokenLinks(sources(/\.md$/), paths)).toEqual([]);
  });
});
