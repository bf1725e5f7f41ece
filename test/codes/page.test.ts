/** The page «Коды и имена» in a real Chromium, opened as a file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { paperLines } from "#codes/papers.ts";
import { writePaper } from "#platform/files/paper.ts";
import { inRoot } from "#platform/root.ts";
import { launchBrowser, withoutBrowser } from "#test/support/browser.ts";

const LIST = "ФИО\tКласс\nРябинина Лиза\t7А\nЯсенев Пётр\t7Б";

describe.skipIf(withoutBrowser())("the page of codes and names", () => {
  const folder = mkdtempSync(join(tmpdir(), "codes-"));
  let browser: Browser;
  const asked: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    const builder: { codesPage(): Promise<string> } = await import(
      pathToFileURL(inRoot("scripts/ground/codes-page.mjs")).href
    );
    writeFileSync(join(folder, "codes.html"), await builder.codesPage());
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function open(locale = "ru"): Promise<Page> {
    const context = await browser.newContext({ locale, acceptDownloads: true });
    const page = await context.newPage();
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(pathToFileURL(join(folder, "codes.html")).href);
    return page;
  }

  async function saved(page: Page, label: string): Promise<string> {
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: label }).click();
    const path = join(folder, `${asked.length}-${(await coming).suggestedFilename()}`);
    await (await coming).saveAs(path);
    return path;
  }

  /** Gives codes to the pasted list; the two files that come of it. */
  async function given(page: Page, passphrase = ""): Promise<{ list: string; key: string }> {
    await page.locator("#list-text").fill(LIST);
    await page.locator("#give-phrase").fill(passphrase);
    await page.getByRole("button", { name: "Дать коды" }).click();
    await page.getByText("Готово: 2 человека.").waitFor();
    return { list: await saved(page, "Сохранить список для бота"), key: await saved(page, "Сохранить ключ") };
  }

  it("a pasted list becomes a list without names and a key", async () => {
    const page = await open();
    const { list, key } = await given(page);
    const text = readFileSync(list, "utf8");
    expect(text).toContain("Y-01;7А;наставляемый");
    expect(text).not.toMatch(/Рябинина|Лиза/);
    expect(readFileSync(key, "utf8")).toContain("Рябинина Лиза");
  });

  it("a paper of the bot gets names, and looks as before otherwise", async () => {
    const page = await open();
    const { key } = await given(page, "слово");
    expect(readFileSync(key, "utf8")).not.toContain("Рябинина");
    const paper = join(folder, "paper.docx");
    const blocks = [{ kind: "text" as const, pieces: ["Пара: Y-01 и H-01"] }];
    writeFileSync(paper, await writePaper({ title: "Y-02", blocks }));
    await page.locator("#join-file").setInputFiles(paper);
    await page.locator("#join-key").setInputFiles(key);
    await page.locator("#join-phrase").fill("другое");
    await page.getByRole("button", { name: "Подставить имена" }).click();
    await page.getByText("Ключ закрыт паролем").waitFor();
    await page.locator("#join-phrase").fill("слово");
    await page.getByRole("button", { name: "Подставить имена" }).click();
    await page.getByText("Рябинина Лиза и H-01").waitFor();
    const bytes = readFileSync(await saved(page, "Сохранить с именами"));
    expect(paperLines(bytes).join("\n")).toContain("Рябинина Лиза и H-01");
    expect(Object.keys(unzipSync(bytes)).toSorted()).toEqual(Object.keys(unzipSync(readFileSync(paper))).toSorted());
  });

  it("speaks English too, and a wrong file is told so", async () => {
    const page = await open("en");
    await page.getByText("Codes and names").first().waitFor();
    await page
      .locator("#join-file")
      .setInputFiles({ name: "x.xlsx", mimeType: "x/y", buffer: Buffer.from("PK broken") });
    await page.locator("#join-key").setInputFiles({ name: "k.json", mimeType: "x/y", buffer: Buffer.from("[]") });
    await page.getByRole("button", { name: "Put the names in" }).click();
    await page.getByText("This is not a key file.").waitFor();
    await page.getByRole("button", { name: "Русский" }).click();
    await page.getByText("Страница работает без интернета").waitFor();
  });

  it("asks nothing of anybody, and breaks no rule of its own policy", () => {
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((url) => !/^(?:file|blob|data):/.test(url))).toEqual([]);
    expect(errors).toEqual([]);
  });
});
