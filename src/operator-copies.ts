/** The operator's commands about copies: made and resumed through the bot, listed and restored without one. */
import { z } from "zod";
import { RESUMING, restoredSettings } from "#features/operations/index.ts";
import { listCopies, restoreCopy } from "#platform/backup/index.ts";
import type { LoneOperation, Operation } from "./operation.ts";

const MEGABYTE = 1_000_000;

const size = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;
const moment = (iso: string): string => `${iso.slice(0, 16).replace("T", " ")} UTC`;

const CopyShown = z.object({ name: z.string(), madeAt: z.iso.datetime(), bytes: z.number() });
const line = ({ name, madeAt, bytes }: z.infer<typeof CopyShown>): string =>
  `${name}  ${moment(madeAt)}  ${size(bytes)}`;

const shown = ({ name, madeAt, bytes }: { name: string; madeAt: Date; bytes: number }): z.infer<typeof CopyShown> => ({
  name,
  madeAt: madeAt.toISOString(),
  bytes,
});

const nothing = (words: string[]) =>
  words.length === 0 ? ({ kind: "args", args: null } as const) : ({ kind: "usage" } as const);

export const backup: Operation = {
  about: "makes a checked copy of the database and the secret in DATA_DIR/backups",
  usage: "",
  read: nothing,
  perform: async ({ app }) => {
    const made = await app.operations.backup();
    if (made.kind === "made") return { kind: "done", value: { ...shown(made.copy), folder: made.copy.folder } };
    const reason = made.kind === "none" ? "the playground's people are invented and are not copied" : made.say;
    return { kind: "refused", reason };
  },
  print: async (value, terminal) => {
    const { folder, bytes } = CopyShown.extend({ folder: z.string() }).parse(value);
    terminal.say(`Copied and checked: ${folder} (${size(bytes)})`);
  },
};

export const backups: LoneOperation = {
  about: "lists the copies, the newest first",
  usage: "",
  read: nothing,
  alone: async ({ config }) => ({ kind: "done", value: listCopies(config).map(shown) }),
  print: async (value, terminal) => {
    const copies = z.array(CopyShown).parse(value);
    terminal.say(
      copies.length === 0
        ? "There is no copy yet; make one with: npm run -s cli -- backup"
        : copies.map(line).join("\n"),
    );
  },
};

const Named = z.string();
const RestoredShown = z.object({ madeAt: z.iso.datetime(), kept: z.array(z.string()) });

export const restore: LoneOperation = {
  about: "puts a copy back while the bot is stopped; the present database stays beside it",
  usage: "<copy>",
  read: ([named, ...rest]) =>
    named !== undefined && rest.length === 0 ? { kind: "args", args: named } : { kind: "usage" },
  alone: async ({ config, cwd, now }, args) => {
    const settingsFor = ({ madeAt }: { madeAt: string }) => restoredSettings({ at: now.toISOString(), madeAt });
    const restored = await restoreCopy({ place: config, named: Named.parse(args), cwd, now, settingsFor });
    if (restored.kind === "refused") return { kind: "refused", reason: restored.say };
    return { kind: "done", value: { madeAt: restored.madeAt.toISOString(), kept: restored.kept } };
  },
  print: async (value, terminal) => {
    const { madeAt, kept } = RestoredShown.parse(value);
    terminal.say(`Restored from the copy of ${moment(madeAt)}.`);
    for (const path of kept) terminal.say(`As it was before: ${path}`);
    terminal.say(
      "Start the bot. It answers people, and writes to nobody by itself until the owner says go in the chat",
    );
    terminal.say("or you say it here: npm run -s cli -- resume");
  },
};

const Which = z.enum(RESUMING);

export const resume: Operation = {
  about: "after a restore: lets the bot write to people again; «new» without what was due before",
  usage: "[all | new]",
  read: ([which = "all", ...rest]) => {
    const args = Which.safeParse(which).data;
    return args && rest.length === 0 ? { kind: "args", args } : { kind: "usage" };
  },
  perform: async ({ app }, args) => {
    const resumed = await app.operations.resume(null, Which.parse(args));
    return resumed.kind === "forbidden" ? { kind: "refused", reason: "forbidden" } : { kind: "done", value: resumed };
  },
  print: async (value, terminal) => {
    const { kind, dropped } = z.object({ kind: z.string(), dropped: z.number().default(0) }).parse(value);
    const left = dropped > 0 ? `; ${dropped} earlier messages are left out` : "";
    terminal.say(kind === "free" ? "Nothing was waiting for go." : `The bot writes to people again${left}.`);
  },
};
