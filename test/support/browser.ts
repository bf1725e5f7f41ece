/**
 * A real browser at the playground's page. People are found by their names, buttons by their words,
 * and every wait is for something that the page shows, never for a time.
 */
import { existsSync } from "node:fs";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const ARGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where Chromium is: CHROMIUM_PATH, else the usual places; undefined when there is none. */
export const chromiumPath = (): string | undefined =>
  [process.env.CHROMIUM_PATH ?? "", ...PLACES].find((path) => path !== "" && existsSync(path));

/**
 * Whether browser tests must be left out: never on CI, where a missing Chromium is a failure.
 * Says so in one line when it is the case.
 */
export function withoutBrowser(): boolean {
  if (chromiumPath() || process.env.CI === "true") return false;
  process.stderr.write("No Chromium found (CHROMIUM_PATH, /usr/bin/chromium): the browser tests are left out.\n");
  return true;
}

/** Starts Chromium; throws when there is none. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error("no Chromium: set CHROMIUM_PATH or install Debian's chromium");
  return chromium.launch({ executablePath, args: ARGS });
}

export type Column = {
  locator: Locator;
  /** Presses Start under the bot's description. */
  start(): Promise<void>;
  /** Writes in the field and sends. */
  say(text: string): Promise<void>;
  /** Presses the last inline button with exactly these words and waits until the bot has answered the press. */
  tap(label: string): Promise<void>;
  /** Presses a key of the bot's keyboard under the field. */
  key(label: string): Promise<void>;
  /** The newest message, whoever wrote it. */
  lastBubble(): Locator;
  /** All messages that hold this text. */
  bubbles(text?: string | RegExp): Locator;
  /** Resolves when a message with this text is shown; the newest such. */
  sees(text: string | RegExp): Promise<Locator>;
  /** Presses a link or button that leads to the bot and opens it as this person, who is made when nobody is called so. */
  openAs(link: Locator, name: string): Promise<void>;
  /** Sends a file with the paper clip. */
  sendFile(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
};

export type PlaygroundPage = {
  page: Page;
  /** The column of this person; on a phone's width it must be in front. */
  column(name: string): Column;
  /** Opens the page's address as this person (id, name or role), pressing Start with the payload. */
  open(as: string, start?: string): Promise<void>;
  addPerson(name: string): Promise<Column>;
  /** Presses a button of the bar above, such as the clock's, by its words, and waits until it has done. */
  bar(label: string | RegExp): Promise<void>;
  /** Lines that the page wrote to its console as errors, and what it threw. */
  errors: string[];
  screenshot(path: string): Promise<void>;
};

export type View = { width?: number; height?: number; dark?: boolean; locale?: "ru" | "en"; timeZone?: string };

const exactly = (text: string): RegExp => new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);

function columnOf(page: Page, name: string): Column {
  const locator = page.getByRole("region", { name, exact: true });
  const field = locator.locator("textarea");
  const messages = locator.locator(".message");
  const bubbles = (text?: string | RegExp) => (text === undefined ? messages : messages.filter({ hasText: text }));
  return {
    locator,
    start: () => locator.locator(".gate-button").click(),
    async say(text) {
      await field.fill(text);
      await field.press("Enter");
    },
    async tap(label) {
      const button = locator.locator(".inline", { hasText: exactly(label) }).last();
      await button.click();
      await locator.locator(".inline.is-waiting").first().waitFor({ state: "detached" });
    },
    key: (label) => locator.locator(".key", { hasText: exactly(label) }).click(),
    lastBubble: () => messages.last(),
    bubbles,
    async sees(text) {
      const found = bubbles(text).last();
      await found.waitFor();
      return found;
    },
    async openAs(link, who) {
      await link.click();
      const dialog = page.locator("dialog[open]");
      const choice = dialog.locator(".choice", { hasText: who });
      await dialog.waitFor();
      if ((await choice.count()) > 0) await choice.first().click();
      else {
        await dialog.locator(".choice").last().click();
        await dialog.locator(".choice-input").fill(who);
      }
      await dialog.locator("button[type=submit]").click();
      await dialog.waitFor({ state: "detached" });
      await page.getByRole("region", { name: who, exact: true }).waitFor();
    },
    async sendFile(file) {
      await locator.locator("input[type=file]").setInputFiles(file);
      const dialog = page.locator("dialog[open]");
      await dialog.locator("button[type=submit]").click();
      await dialog.waitFor({ state: "detached" });
    },
  };
}

/** Opens the playground's page in a context of its own: nothing is remembered from earlier pages. */
export async function openPlayground(browser: Browser, url: string, view: View = {}): Promise<PlaygroundPage> {
  const context = await browser.newContext({
    viewport: { width: view.width ?? 1440, height: view.height ?? 900 },
    colorScheme: view.dark ? "dark" : "light",
    locale: view.locale ?? "ru",
    timezoneId: view.timeZone ?? "Europe/Moscow",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  const column = (name: string) => columnOf(page, name);
  const shown = () => page.locator(".brand").waitFor();
  await page.goto(url);
  await shown();
  return {
    page,
    column,
    errors,
    async open(as, start) {
      const asked = new URL(url);
      asked.searchParams.set("as", as);
      if (start !== undefined) asked.searchParams.set("start", start);
      await page.goto(asked.href);
      await shown();
    },
    async addPerson(name) {
      await page.locator(".tab.is-add").click();
      await page.locator("dialog[open] input").fill(name);
      await page.locator("dialog[open] button[type=submit]").click();
      await column(name).locator.waitFor();
      return column(name);
    },
    async bar(label) {
      const button = page.locator(".bar button", { hasText: label });
      await button.click();
      await page.locator(".bar button[aria-busy=true]").first().waitFor({ state: "detached" });
    },
    async screenshot(path) {
      await page.screenshot({ path, animations: "disabled" });
    },
  };
}
