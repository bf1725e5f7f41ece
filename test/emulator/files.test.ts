import fc from "fast-check";
import { Api, InputFile } from "grammy";
import { describe, expect, it } from "vitest";
import { readMultipart } from "#playground/telegram/multipart.ts";
import { Refusal } from "#playground/telegram/refusal.ts";
import { type Kit, kit, png } from "./kit.ts";

const MEGABYTE = 1024 * 1024;

async function upload(
  { emulator }: Kit,
  method: string,
  form: FormData,
): Promise<{ ok: boolean; description?: string }> {
  const response = await fetch(`${emulator.url}/bot${emulator.token}/${method}`, { method: "POST", body: form });
  return JSON.parse(await response.text());
}
function formOf(fields: Record<string, string>, files: Record<string, File> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, file] of Object.entries(files)) form.append(name, file);
  return form;
}

describe("a file from the bot", () => {
  it("arrives whole, under its name, also through attach:// and in the place of another", async () => {
    const made = await kit();
    const { emulator, ann } = made;
    const chat = { chat_id: String(ann.id) };
    const name = '\u043f\u043b\u0430\u043d "1".docx';
    await upload(
      made,
      "sendDocument",
      formOf(
        { ...chat, document: "attach://a1", caption: "<b>c</b>", parse_mode: "HTML" },
        { a1: new File(["first\r\n--x"], name) },
      ),
    );
    await upload(
      made,
      "sendDocument",
      formOf({ ...chat, disable_notification: "true" }, { document: new File(["second"], "../b.txt") }),
    );
    const [, first, second] = emulator.chat(ann.id);
    expect(first).toMatchObject({ kind: "document", text: "c", file: { name, size: 10 } });
    expect(first?.file?.mime).toContain("wordprocessingml");
    expect(Buffer.from(first?.file?.bytes ?? []).toString()).toBe("first\r\n--x");
    expect(second).toMatchObject({ silent: true, file: { name: "b.txt", mime: "text/plain" } });
    const media = JSON.stringify({ type: "photo", media: "attach://p", caption: "new" });
    await upload(
      made,
      "editMessageMedia",
      formOf({ ...chat, message_id: String(first?.id), media }, { p: new File([png()], "p.png") }),
    );
    expect(emulator.chat(ann.id)[1]).toMatchObject({ kind: "photo", text: "new", edited: true });
    expect(emulator.calls.at(-1)?.params.media).toMatchObject({ media: { file: "p.png", size: 32 } });
  });

  it("is refused when it is empty, too big, or not the picture that it says it is", async () => {
    const made = await kit();
    const send = async (method: string, field: string, file: File) =>
      (await upload(made, method, formOf({ chat_id: String(made.ann.id) }, { [field]: file }))).description;
    expect(await send("sendDocument", "document", new File([], "a"))).toBe("Bad Request: file must be non-empty");
    expect(await send("sendPhoto", "photo", new File(["text"], "a.png"))).toBe("Bad Request: IMAGE_PROCESS_FAILED");
    expect(await send("sendPhoto", "photo", new File([png(9000, 2000)], "a.png"))).toBe(
      "Bad Request: PHOTO_INVALID_DIMENSIONS",
    );
    expect(await send("sendPhoto", "photo", new File([png(), new Uint8Array(10 * MEGABYTE)], "a.png"))).toContain(
      "is too big for a photo",
    );
    expect(await send("sendDocument", "document", new File([new Uint8Array(50 * MEGABYTE + 1)], "a"))).toBe(
      "Request Entity Too Large",
    );
    expect(await send("sendDocument", "document", new File([new Uint8Array(52 * MEGABYTE)], "a"))).toBe(
      "Request Entity Too Large",
    );
    const missing = await upload(
      made,
      "sendDocument",
      formOf({ chat_id: String(made.ann.id), document: "attach://none" }, { x: new File(["y"], "z") }),
    );
    expect(missing.description).toBe("Bad Request: file not found among the attached files");
    expect(await made.say("sendDocument", { chat_id: made.ann.id, document: "nonsense" })).toContain(
      "wrong remote file identifier",
    );
    expect(await made.say("sendDocument", { chat_id: made.ann.id, document: { name: "a", bytes: "b" } })).toContain(
      "Bad Request",
    );
  });

  it("has a caption of at most 1024 units", async () => {
    const made = await kit();
    const send = (caption: string) =>
      upload(
        made,
        "sendDocument",
        formOf({ chat_id: String(made.ann.id), caption }, { document: new File(["x"], "x") }),
      );
    expect((await send("x".repeat(1024))).ok).toBe(true);
    expect((await send("x".repeat(1025))).description).toBe("Bad Request: message caption is too long");
  });
});

describe("a file that grammY sends", () => {
  it("keeps a name with spaces, quotes and semicolons", async () => {
    const { emulator, ann } = await kit();
    const api = new Api(emulator.token, { apiRoot: emulator.url });
    await api.sendDocument(ann.id, new InputFile(Buffer.from("x"), 'my "plan"; v 2.pdf'));
    expect(emulator.chat(ann.id).at(-1)?.file).toMatchObject({
      name: 'my "plan"; v 2.pdf',
      mime: "application/pdf",
      size: 1,
    });
  });
});

describe("a file from a person", () => {
  it("can be fetched as it is, up to 20 MB, and sent on by its id", async () => {
    const { emulator, ann, call, say } = await kit();
    const { file } = emulator.sendFile(ann.id, { name: "a.txt", mime: "text/plain", bytes: Buffer.from("hello") });
    const got = (await call("getFile", { file_id: file?.id })).result;
    const path = typeof got === "object" && got !== null && "file_path" in got ? got.file_path : "";
    const fetched = await fetch(`${emulator.url}/file/bot${emulator.token}/${path}`);
    expect(await fetched.text()).toBe("hello");
    expect((await fetch(`${emulator.url}/file/bot1:x/${path}`)).status).toBe(404);
    expect((await fetch(`${emulator.url}/file/bot${emulator.token}/other`)).status).toBe(404);
    expect(await say("sendDocument", { chat_id: ann.id, document: file?.id })).toBe("ok");
    const large = emulator.sendFile(ann.id, { name: "b", mime: "x/y", bytes: new Uint8Array(20 * MEGABYTE + 1) }).file;
    expect(await say("getFile", { file_id: large?.id })).toBe("Bad Request: file is too big");
    expect(await say("getFile", { file_id: "none" })).toBe(
      "Bad Request: wrong file_id or the file is temporarily unavailable",
    );
  });
});

describe("a body", () => {
  it("may be urlencoded or in the address, with numbers, truths and JSON as text", async () => {
    const { emulator, ann } = await kit();
    const url = `${emulator.url}/bot${emulator.token}/sendMessage`;
    const markup = JSON.stringify({ inline_keyboard: [[{ text: "a", callback_data: "b" }]] });
    const fields = new URLSearchParams({
      chat_id: `${ann.id}`,
      text: "x",
      protect_content: "true",
      reply_markup: markup,
    });
    await fetch(url, { method: "POST", body: fields });
    await fetch(`${url}?${fields}`);
    for (const message of emulator.chat(ann.id).slice(1)) {
      expect(message).toMatchObject({ text: "x", protected: true, buttons: [[{ data: "b" }]] });
    }
    const broken = await fetch(url, {
      method: "POST",
      body: new URLSearchParams({ chat_id: "1", text: "x", reply_markup: "{" }),
    });
    expect(await broken.text()).toContain("can't parse reply markup JSON object");
    const json = { method: "POST", headers: { "content-type": "application/json" } };
    expect(await (await fetch(url, { ...json, body: "{" })).text()).toContain("can't parse JSON encoded request");
    expect(await (await fetch(url, { ...json, body: "[]" })).text()).toContain("must be an Object");
  });

  it("in parts is read whole whatever it holds, and never breaks the parser", () => {
    const bytes = fc.uint8Array({ maxLength: 60 });
    fc.assert(
      fc.property(bytes, fc.string({ unit: "grapheme" }), (content, text) => {
        const head = `--XyZ\r\nContent-Disposition: form-data; name="t"\r\n\r\n${text}\r\n--XyZ\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n`;
        const body = Buffer.concat([Buffer.from(head), content, Buffer.from("\r\n--XyZ--\r\n")]);
        const { fields, files } = readMultipart(body, "XyZ");
        expect(fields).toEqual({ t: Buffer.from(text).toString() });
        expect(files.get("f")?.bytes).toEqual(content);
      }),
    );
    const piece = fc.constantFrom(
      "--X",
      "--",
      "\r\n",
      "\n",
      "Content-Disposition: form-data",
      "; name=",
      '"a"',
      "; filename=b",
      ":",
      "x",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        try {
          readMultipart(Buffer.from(pieces.join("")), "X");
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
