import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { shiftableClock } from "#platform/clock.ts";
import { type Playground, startPlayground } from "#playground/index.ts";
import { launchBrowser, openPlayground, type PlaygroundPage, withoutBrowser } from "#test/support/browser.ts";
import { type FakeBot, NASTY, PIXEL, startFakeBot } from "./fake-bot.ts";

const OWNER = "Olga Vetrova";
const MENTOR = "Mikhail Kedrov";
const MENTEE = "Liza Ryabinina";

describe.skipIf(withoutBrowser())("the playground's page in a real Chromium", () => {
  let browser: Browser;
  let playground: Playground;
  let bot: FakeBot;
  let shown: PlaygroundPage;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    playground = await startPlayground({ clock: shiftableClock(), locale: "en" });
    bot = await startFakeBot(playground.apiRoot, playground.token);
    shown = await openPlayground(browser, playground.url, { locale: "en" });
  });
  afterEach(async () => {
    const { errors } = shown;
    await shown.page.context().close();
    await bot.stop();
    await playground.close();
    expect(errors).toEqual([]);
  });

  const started = async (name: string) => {
    const column = shown.column(name);
    await column.start();
    await column.sees("What shall I show?");
    return column;
  };

  test("before Start a person sees what the bot can do, afterwards a chat", async () => {
    const olga = shown.column(OWNER);
    await olga.locator.getByText("I show what a bot can show.").waitFor();
    expect(await olga.bubbles().count()).toBe(0);
    await olga.start();
    await olga.sees("What shall I show?");
    await olga.say("good day");
    expect(await (await olga.sees("You said: good day")).locator(".reply-text").textContent()).toBe("good day");
    expect(await shown.column(MENTOR).bubbles().count()).toBe(0);
  });

  test("a tap edits in place, a toast passes by, an alert waits, silence turns a wheel", async () => {
    const olga = await started(OWNER);
    const before = await olga.bubbles().count();
    await olga.tap("Toast");
    await olga.locator.getByText("A short word").waitFor();
    await olga.tap("Alert");
    await shown.page.getByRole("dialog").getByText("Look here").waitFor();
    await shown.page.keyboard.press("Enter");
    await olga.locator.locator(".inline", { hasText: "Silence" }).click();
    await olga.locator.locator(".inline.is-waiting", { hasText: "Silence" }).waitFor();
    await olga.locator.locator(".inline", { hasText: "Count" }).click();
    await olga.sees("Counted 1");
    await olga.tap("Again");
    const edited = await olga.sees("Counted 2");
    expect(await edited.locator(".edited").count()).toBe(1);
    expect(await olga.bubbles().count()).toBe(before);
  });

  test("what a person wrote is shown literally, whatever it looks like", async () => {
    const olga = await started(OWNER);
    await olga.say(NASTY);
    const bubble = await olga.sees("You said");
    expect(await bubble.locator(".text").textContent()).toBe(`You said: ${NASTY}`);
    expect(await olga.locator.locator(".log .text img, .log .text b").count()).toBe(0);
  });

  test("entities become what they mean: spoilers open, long quotes unfold, moments are told in the reader's zone", async () => {
    const olga = await started(OWNER);
    await olga.say("/rich");
    const bubble = await olga.sees("Bold");
    expect(await bubble.locator("b").textContent()).toBe("Bold");
    const spoiler = bubble.locator(".spoiler");
    await spoiler.click();
    expect(await spoiler.getAttribute("class")).toBe("spoiler");
    await bubble.locator(".quote-toggle").click();
    expect(await bubble.locator(".quote-toggle").getAttribute("aria-expanded")).toBe("true");
    expect(await bubble.locator(".moment").textContent()).toContain("20 October 2026");
  });

  test("the bot's keys stand under the field with its hint; a contact is given only after a question", async () => {
    const olga = await started(OWNER);
    await olga.say("/keys");
    await olga.locator.getByPlaceholder("Yes or no").waitFor();
    await olga.key("Yes");
    await olga.sees("You said: Yes");
    await olga.key("My number");
    await shown.page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
    await olga.sees(/Thank you, \+?7900/);
  });

  test("commands are offered while one types a slash and in the menu", async () => {
    const olga = await started(OWNER);
    await olga.locator.locator("textarea").fill("/ri");
    await olga.locator.getByRole("option", { name: "/rich" }).click();
    await olga.sees("Bold");
    await olga.locator.getByRole("button", { name: "Commands" }).click();
    await shown.page.getByRole("menuitem", { name: "/keys" }).click();
    await olga.sees("Choose");
  });

  test("files come and go: downloaded, sent with the clip, a picture shown, a protected one not saved", async () => {
    const olga = await started(OWNER);
    await olga.say("/file");
    const [download] = await Promise.all([
      shown.page.waitForEvent("download"),
      (await olga.sees("table.csv")).locator("a.file").click(),
    ]);
    expect(download.suggestedFilename()).toBe("table.csv");
    expect(await readFile(await download.path(), "utf8")).toBe("a,b\n1,2\n");
    await olga.sendFile({ name: "roadmap.docx", mimeType: "application/msword", buffer: Buffer.from("x") });
    await olga.sees("File roadmap.docx");
    await olga.sendFile({ name: "pixel.png", mimeType: "image/png", buffer: PIXEL });
    await olga.sees("A picture");
    expect(await olga.locator.locator("img.photo").count()).toBe(1);
    await olga.say("/guarded");
    const guarded = await olga.sees("names.txt");
    expect(await guarded.locator("a.file").count()).toBe(0);
    await guarded.locator(".file").click();
    await olga.locator.getByText("does not let this message be saved").waitFor();
  });

  test("a file can be dropped on the column", async () => {
    const olga = await started(OWNER);
    const data = await shown.page.evaluateHandle(
      "(() => { const data = new DataTransfer(); data.items.add(new File(['x'], 'dropped.txt')); return data; })()",
    );
    await olga.locator.dispatchEvent("drop", { dataTransfer: data });
    await shown.page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
    await olga.sees("File dropped.txt");
  });

  test("a person edits the last message with the arrow up, and the bot hears of it", async () => {
    const olga = await started(OWNER);
    await olga.say("first");
    await olga.sees("You said: first");
    const field = olga.locator.locator("textarea");
    await field.press("ArrowUp");
    expect(await field.inputValue()).toBe("first");
    await field.fill("second");
    await field.press("Enter");
    await olga.sees("You changed it to: second");
    expect(
      await olga
        .bubbles(/^second/)
        .locator(".edited")
        .count(),
    ).toBe(1);
  });

  test("what the bot deletes disappears", async () => {
    const olga = await started(OWNER);
    await olga.say("/gone");
    await olga.sees("It is gone");
    expect(await olga.bubbles("Soon gone").count()).toBe(0);
  });

  test("typing is shown in the head of the chat", async () => {
    const olga = await started(OWNER);
    await olga.say("/type");
    await olga.locator.locator(".bot-status.is-typing").waitFor();
  });

  test("a deep link opens as a chosen person or as a new one", async () => {
    const olga = await started(OWNER);
    await olga.say("/link");
    const link = (await olga.sees("For a mentee")).locator(".link");
    await olga.openAs(link, MENTEE);
    await shown.column(MENTEE).sees("Opened with invite_7");
    await olga.openAs(link, "Peter Lugov");
    await shown.column("Peter Lugov").sees("Opened with invite_7");
    expect(await olga.bubbles("Opened with").count()).toBe(0);
  });

  test("a message passed on to another person is shown there, with its link alive", async () => {
    const olga = await started(OWNER);
    await olga.say("/link");
    const bubble = await olga.sees("For a mentee");
    await bubble.locator(".bubble").click({ button: "right", position: { x: 8, y: 8 } });
    await shown.page.getByRole("menuitem", { name: "Pass on to a person" }).click();
    await shown.page.getByRole("dialog").locator(".choice", { hasText: MENTOR }).click();
    await shown.page.getByRole("dialog").locator("button[type=submit]").click();
    const mikhail = shown.column(MENTOR);
    const note = mikhail.locator.locator(".note");
    expect(await note.locator(".note-from").textContent()).toContain(OWNER);
    await mikhail.openAs(note.locator(".link"), MENTOR);
    await mikhail.sees("Opened with invite_7");
  });

  test("the page's own address opens a link as a person", async () => {
    await shown.open("mentor", "from_address");
    await shown.column(MENTOR).sees("Opened with from_address");
    await shown.open("Vera Novaya", "second");
    await shown.column("Vera Novaya").sees("Opened with second");
    expect(new URL(shown.page.url()).search).toBe("");
  });

  test("a blocked bot is not written to until it is unblocked", async () => {
    const olga = await started(OWNER);
    await olga.locator.getByRole("button", { name: `Actions: ${OWNER}` }).click();
    await shown.page.getByRole("menuitem", { name: "Block the bot" }).click();
    await olga.locator.getByRole("button", { name: "Unblock" }).waitFor();
    expect(await olga.locator.locator("textarea").isVisible()).toBe(false);
    await olga.locator.getByRole("button", { name: "Unblock" }).click();
    await olga.say("back again");
    await olga.sees("You said: back again");
  });

  test("the clock's buttons move the time that the page shows", async () => {
    const time = shown.page.locator(".clock-time");
    const before = Date.parse((await time.getAttribute("datetime")) ?? "");
    await shown.bar("+1 day");
    await shown.page.locator(".clock-ahead", { hasText: "1 d ahead" }).waitFor();
    expect(Date.parse((await time.getAttribute("datetime")) ?? "") - before).toBeGreaterThanOrEqual(24 * 3_600_000);
    await shown.bar("To the next due thing");
    await shown.page.getByText("Nothing is planned yet").waitFor();
  });

  test("the example's people take the places of those who were shown, one of each role", async () => {
    playground.attach({
      fill: async () => ({
        people: ["curator", "mentor", "mentor", "mentee"].map((role, index) => {
          const { id } = playground.emulator.addUser({ firstName: `Invented${index}` });
          return { userId: id, role, name: `Invented${index}` };
        }),
      }),
    });
    await shown.bar("Fill with an example");
    await shown.page.getByText("4 people added").waitFor();
    await shown.column("Invented3").locator.waitFor();
    expect(await shown.page.locator(".column .owner-name").allTextContents()).toEqual([
      "Invented0",
      "Invented1",
      "Invented3",
    ]);
    expect(await shown.column("Invented0").locator.locator(".owner-role").textContent()).toBe("curator");
  });

  test("the owner's link is opened as whoever is chosen", async () => {
    const link = playground.emulator.deepLink("owner_key");
    playground.attach({ ownerLink: async () => link });
    const button = shown.page.getByRole("button", { name: "Owner's link" });
    await shown.column(OWNER).openAs(button, OWNER);
    await shown.column(OWNER).sees("Opened with owner_key");
  });

  test("on a phone's width one chat is shown, and the tabs count what others have not read", async () => {
    const phone = await openPlayground(browser, playground.url, { width: 390, height: 780, locale: "en" });
    expect(await phone.page.locator(".column:visible").count()).toBe(1);
    const user = playground.emulator.users().find((one) => one.firstName === "Mikhail");
    if (!user) throw new Error("the mentor is missing");
    playground.emulator.start(user.id);
    const tab = phone.page.locator(".tab", { hasText: MENTOR });
    await tab.locator(".badge", { hasText: "1" }).waitFor();
    await tab.click();
    await phone.column(MENTOR).sees("What shall I show?");
    await tab.locator(".badge").waitFor({ state: "detached" });
    expect(await phone.page.locator(".column:visible").count()).toBe(1);
    const wide: number = await phone.page.evaluate("document.documentElement.scrollWidth");
    expect(wide).toBeLessThanOrEqual(390);
    expect(phone.errors).toEqual([]);
    await phone.page.context().close();
  });

  test("new messages keep the end in view, but never pull away somebody who reads further up", async () => {
    const olga = await started(OWNER);
    const user = playground.emulator.users()[0]?.id ?? 0;
    for (let line = 1; line <= 20; line++) await bot.bot.api.sendMessage(user, `Line ${line}`);
    await olga.sees("Line 20");
    const down = olga.locator.getByRole("button", { name: "To the latest messages" });
    expect(await down.isVisible()).toBe(false);
    await olga.locator.locator(".log").hover();
    await shown.page.mouse.wheel(0, -5_000);
    await down.waitFor();
    await bot.bot.api.sendMessage(user, "News");
    await down.locator(".badge", { hasText: "1" }).waitFor();
    expect(await olga.bubbles("What shall I show?").locator(".text").isVisible()).toBe(true);
    await down.click();
    await down.waitFor({ state: "hidden" });
  });

  test("people whose columns are put away are counted in the list of all people and opened from it", async () => {
    const mikhail = shown.column(MENTOR);
    await mikhail.locator.getByRole("button", { name: `Put away: ${MENTOR}` }).click();
    await mikhail.locator.waitFor({ state: "detached" });
    playground.emulator.start(playground.emulator.users()[1]?.id ?? 0);
    const all = shown.page.getByRole("button", { name: "All people" });
    await all.locator(".badge", { hasText: "1" }).waitFor();
    await all.click();
    await shown.page.getByRole("menuitem", { name: MENTOR }).click();
    await mikhail.sees("What shall I show?");
    await all.locator(".badge").waitFor({ state: "detached" });
  });

  test("dark and light follow the system until they are switched, and the language can be changed", async () => {
    const dark = await openPlayground(browser, playground.url, { dark: true, locale: "en" });
    const paper = () => dark.page.evaluate("getComputedStyle(document.body).backgroundColor");
    const night = await paper();
    await dark.page.getByRole("button", { name: "Light theme" }).click();
    expect(await paper()).not.toBe(night);
    await dark.page.getByRole("button", { name: "Show this page in Russian" }).click();
    await dark.page.locator("html[lang=ru]").waitFor();
    await dark.page.locator(".brand").waitFor();
    expect(await paper()).not.toBe(night);
    await dark.page.context().close();
  });

  test("the page says when the program is gone, and comes back by itself when it has started again", async () => {
    await started(OWNER);
    const { port } = new URL(playground.url);
    await bot.stop();
    await playground.close();
    const lost = shown.page.getByText("The program does not answer");
    await lost.waitFor();
    playground = await startPlayground({ clock: shiftableClock(), locale: "en", port: Number(port) });
    bot = await startFakeBot(playground.apiRoot, playground.token);
    await lost.waitFor({ state: "hidden" });
    shown.errors.length = 0;
    await shown.column(OWNER).start();
    await shown.column(OWNER).sees("What shall I show?");
  });
});
