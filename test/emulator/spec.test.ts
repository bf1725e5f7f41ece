import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { createSchemas } from "#playground/telegram/schema.ts";
import { SPEC, type Spec, type SpecType } from "#playground/telegram/spec.ts";
import { kit, png } from "./kit.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const script: { deriveSpec(options?: { roots: string[] }): Spec } = await import(
  pathToFileURL(join(root, "scripts/bot-api-spec.mjs")).href
);

describe("the specification", () => {
  it("is what the script derives from the installed declarations", () => {
    expect(SPEC, "run: node scripts/bot-api-spec.mjs").toEqual(script.deriveSpec());
  });

  it("leaves nothing that it refers to undefined", () => {
    const text = JSON.stringify(SPEC);
    const refs = [...text.matchAll(/\{"ref":"([^"]+)"\}/g)].map(([, name]) => name ?? "");
    expect(refs.filter((name) => !SPEC.types[name])).toEqual([]);
    expect(Object.keys(SPEC.methods).length).toBeGreaterThan(150);
  });
});

describe("what the emulator sends", () => {
  const spec = script.deriveSpec({ roots: ["Update", "Message", "UserFromGetMe", "File", "WebhookInfo"] });
  const schemas = createSchemas(spec.types);
  const flaw = (name: string, value: unknown) => schemas.compile({ ref: name })(value);

  it("are updates of the declared shape, whatever people do", async () => {
    const { emulator, ann, sent, updates } = await kit();
    const screen = await sent("Choose", { reply_markup: { inline_keyboard: [[{ text: "a", callback_data: "a" }]] } });
    const said = emulator.say(ann.id, "see t.me/x and /help, @friend_of #mine", { replyTo: screen });
    emulator.edit(ann.id, said.id, "changed");
    emulator.tap(ann.id, screen, "a");
    emulator.sendFile(ann.id, { name: "a.txt", mime: "text/plain", bytes: new Uint8Array([1]), caption: "c" });
    emulator.sendPhoto(ann.id, { bytes: png() });
    emulator.sendAlbum(ann.id, [
      { name: "1.png", mime: "image/png", bytes: png() },
      { name: "2.pdf", mime: "application/pdf", bytes: new Uint8Array([2]) },
    ]);
    emulator.sendVoice(ann.id);
    emulator.sendSticker(ann.id);
    emulator.sendLocation(ann.id, 55.7, 37.6);
    emulator.sendContact(ann.id, { phone: "+70000000000", firstName: "Ann", ofUserId: ann.id });
    emulator.forward(ann.id, screen);
    emulator.clearHistory(ann.id);
    emulator.forgeTap(ann.id, screen, "gone");
    emulator.block(ann.id);
    emulator.unblock(ann.id);
    const group = emulator.addGroup({ title: "Team", by: ann.id });
    emulator.sayInGroup(group, ann.id, "/start");
    emulator.migrateGroup(group);
    const found = await updates();
    expect(found.length).toBe(20);
    expect(found.map((update) => flaw("Update", update)).filter(Boolean)).toEqual([]);
  });

  it("are results of the declared shape", async () => {
    const { ann, call, emulator } = await kit();
    const message = (await call("sendMessage", { chat_id: ann.id, text: "<b>x</b> y", parse_mode: "HTML" })).result;
    expect(flaw("Message", message)).toBeUndefined();
    expect(flaw("UserFromGetMe", (await call("getMe")).result)).toBeUndefined();
    expect(flaw("WebhookInfo", (await call("getWebhookInfo")).result)).toBeUndefined();
    const file = emulator.sendFile(ann.id, { name: "a.txt", mime: "text/plain", bytes: new Uint8Array([1]) }).file;
    expect(flaw("File", (await call("getFile", { file_id: file?.id })).result)).toBeUndefined();
  });
});

const published = join(root, "../shared/telegram/bot-api.min.json");

/** Younger than the published file (10.1), or old names that grammY still declares. */
const ONLY_DECLARED = {
  methods: [
    "deleteEphemeralMessage",
    "editEphemeralMessageCaption",
    "editEphemeralMessageMedia",
    "editEphemeralMessageReplyMarkup",
    "editEphemeralMessageText",
    "getChatMembersCount",
    "kickChatMember",
  ],
  parameters: [
    "can_send_welcome_messages",
    "can_stop",
    "ephemeral_message_parameters",
    "keep_on_stop",
    "reply_to_message_id",
  ],
};
/** grammY takes a thumbnail only as a file, spells `areas` as one object, and insists on the price of a gift's transfer. */
const OTHERWISE = ["thumbnail", "areas", "star_count"];

type Field = { name: string; types: string[]; required: boolean };
type Published = { methods: Record<string, { fields?: Field[] }> };
const KINDS: Record<string, string> = {
  Integer: "number",
  Float: "number",
  String: "string",
  Boolean: "boolean",
  True: "true",
  InputFile: "file",
};

describe.skipIf(!existsSync(published))("beside the published Bot API", () => {
  const { methods }: Published = existsSync(published) ? JSON.parse(readFileSync(published, "utf8")) : { methods: {} };

  it("has the same methods but for the younger and the oldest", () => {
    expect(Object.keys(methods).filter((name) => !SPEC.methods[name])).toEqual([]);
    expect(Object.keys(SPEC.methods).filter((name) => !methods[name])).toEqual(ONLY_DECLARED.methods);
  });

  it("has the same parameters, as required, of the same types", () => {
    const differences = Object.entries(methods).flatMap(([name, { fields = [] }]) => {
      const ours = SPEC.methods[name] ?? {};
      const theirs = new Set(fields.map((field) => field.name));
      const more = Object.keys(ours)
        .map((field) => field.replace("?", ""))
        .filter((field) => !theirs.has(field) && !ONLY_DECLARED.parameters.includes(field));
      const unlike = fields.filter((field) => !OTHERWISE.includes(field.name) && !agrees(ours, field));
      return [...more, ...unlike.map((field) => field.name)].map((field) => `${name}.${field}`);
    });
    expect(differences).toEqual([]);
  });

  function agrees(ours: { [field: string]: SpecType }, { name, required, types }: Field): boolean {
    const type = ours[required ? name : `${name}?`];
    const theirs = types.map((one) => (one.startsWith("Array") ? "list" : (KINDS[one] ?? "object")));
    return type !== undefined && sameSet(kinds(type), theirs);
  }
});

function kinds(type: SpecType): string[] {
  if (typeof type === "string") return [type];
  if ("is" in type) return type.is.map((literal) => typeof literal);
  if ("list" in type) return ["list"];
  if ("union" in type) return type.union.flatMap(kinds);
  return "ref" in type ? kinds(SPEC.types[type.ref] ?? "any") : ["object"];
}

const sameSet = (one: string[], other: string[]): boolean =>
  [...new Set(one)].sort().join() === [...new Set(other)].sort().join();
