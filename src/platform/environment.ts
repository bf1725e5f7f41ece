/** What the variables of the environment may hold. A message says what is wrong and gives an example; it never repeats the value. */
import { z } from "zod";

const TELEGRAM = "https://api.telegram.org";
const TOKEN = /^\d{1,20}:[A-Za-z0-9_-]{3,}$/;
const TELEGRAMS_TOKEN = /^\d{6,20}:[A-Za-z0-9_-]{30,}$/;
const WEBHOOK_PORTS = new Set(["", "443", "80", "88", "8443"]);

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

const url = (schemes: string[], message: string) =>
  z.string().refine((text) => {
    const found = urlOf(text);
    return found !== undefined && found.hostname !== "" && schemes.includes(found.protocol);
  }, message);

const port = (example: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, `is not a port number; for example ${example}, or 0 for any free one`)
    .transform(Number)
    .refine((number) => number <= 65_535, `is above 65535; for example ${example}`);

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const isDatabase = (text: string): boolean => {
  if (/^file:./.test(text)) return true;
  const found = urlOf(text);
  return found !== undefined && /^postgres(ql)?:$/.test(found.protocol) && found.hostname !== "";
};

const variables = z.object({
  BOT_TOKEN: z
    .string()
    .regex(TOKEN, "is not a bot token; @BotFather gives one like 123456789:AAF…, 35 signs after the colon")
    .optional(),
  TELEGRAM_API_ROOT: url(["http:", "https:"], `is not an http(s) address; for example ${TELEGRAM}`).default(TELEGRAM),
  PROXY_URL: url(
    ["http:", "https:", "socks5:", "socks5h:"],
    "is not a proxy address; for example socks5://127.0.0.1:1080 or http://user:password@proxy:3128",
  ).optional(),
  DATABASE_URL: z
    .string()
    .refine(
      isDatabase,
      "is not a database address; for example file:./data/tropa.db or postgresql://tropa:password@localhost:5432/tropa",
    )
    .optional(),
  DATA_DIR: z.string().default("./data"),
  HTTP_PORT: port(8080).optional(),
  WEBHOOK_URL: url(["http:", "https:"], "is not an address; for example https://bot.school.example").optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,256}$/, "must be 16 to 256 letters, digits, _ or -; leave it out to have one made")
    .optional(),
  PLAYGROUND_PORT: port(8090).optional(),
  TIME_ZONE: z
    .string()
    .refine(isZone, "is not a time zone; for example Europe/Moscow or Asia/Yekaterinburg")
    .default("Europe/Moscow"),
  DEFAULT_LOCALE: z.enum(["ru", "en"], { error: "is not a language of the bot; it is ru or en" }).default("ru"),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], {
      error: "is not a log level; it is debug, info, warn, error or silent",
    })
    .default("info"),
  NODE_ENV: z.string().optional(),
});

type Mistake = { variable: keyof z.infer<typeof variables>; message: string };

function* mistakes(env: z.infer<typeof variables>): Iterable<Mistake> {
  const telegrams = env.TELEGRAM_API_ROOT.replace(/\/+$/, "") === TELEGRAM;
  if (env.BOT_TOKEN === undefined && env.NODE_ENV === "production") {
    const message = "is missing, and NODE_ENV is production; @BotFather gives one like 123456789:AAF…";
    yield { variable: "BOT_TOKEN", message };
  }
  if (env.BOT_TOKEN !== undefined && telegrams && TOKEN.test(env.BOT_TOKEN) && !TELEGRAMS_TOKEN.test(env.BOT_TOKEN)) {
    yield {
      variable: "BOT_TOKEN",
      message: "is too short; copy all of it from @BotFather: 123456789:AAF…, 35 signs after the colon",
    };
  }
  const webhook = env.WEBHOOK_URL === undefined ? undefined : urlOf(env.WEBHOOK_URL);
  if (webhook && (webhook.search !== "" || webhook.hash !== "")) {
    yield {
      variable: "WEBHOOK_URL",
      message: "has a ? or # part; give the address alone, as https://bot.school.example",
    };
  }
  if (webhook && telegrams && (webhook.protocol !== "https:" || !WEBHOOK_PORTS.has(webhook.port))) {
    const message = "must be https on port 443, 80, 88 or 8443 for Telegram; for example https://bot.school.example";
    yield { variable: "WEBHOOK_URL", message };
  }
  if (env.BOT_TOKEN === undefined && env.HTTP_PORT && env.HTTP_PORT === env.PLAYGROUND_PORT) {
    yield { variable: "PLAYGROUND_PORT", message: "is the same as HTTP_PORT; for example 8090" };
  }
}

/** The variables, each by itself and then together; a mistake's path is the variable's name. */
export const environment = variables.superRefine((env, context) => {
  for (const { variable, message } of mistakes(env)) context.addIssue({ code: "custom", path: [variable], message });
});

export type Environment = z.infer<typeof variables>;
