import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeHtml, press } from "#core/screen.ts";
import { htmlToPlain, screenToEdit, screenToPayload } from "#platform/telegram/payload.ts";

describe("a screen as Telegram takes it", () => {
  it("has HTML, no link previews, and its buttons row by row", () => {
    const rows = [
      [{ label: "Да", press: press("consents.give", "a"), style: "success" as const }],
      [],
      [
        { label: "Сайт", url: "https://example.org" },
        { label: "Код", copy: "123" },
      ],
    ];
    expect(screenToPayload({ text: "<b>x</b>", rows, silent: true, guarded: true })).toEqual({
      text: "<b>x</b>",
      options: {
        parse_mode: "HTML",
        link_preview_options: { is_disabled: true },
        disable_notification: true,
        protect_content: true,
        reply_markup: {
          inline_keyboard: [
            [{ text: "Да", callback_data: "consents.give:a", style: "success" }],
            [
              { text: "Сайт", url: "https://example.org" },
              { text: "Код", copy_text: { text: "123" } },
            ],
          ],
        },
      },
    });
  });

  it("asks for text with a hint of at most 64 signs, unless there are buttons", () => {
    const asked = screenToPayload({ text: "?", placeholder: "😀".repeat(70) }).options.reply_markup;
    expect(asked).toEqual({ force_reply: true, input_field_placeholder: "😀".repeat(64) });
    const both = screenToPayload({ text: "?", placeholder: "x", rows: [[{ label: "a", press: "a.b" }]] });
    expect(both.options.reply_markup).toHaveProperty("inline_keyboard");
  });

  it("takes the old buttons away when it is edited into one without", () => {
    expect(screenToEdit({ text: "x" }).options.reply_markup).toEqual({ inline_keyboard: [] });
  });
});

describe("the plain reading of a screen's HTML", () => {
  it("is what a person would have read", () => {
    expect(
      htmlToPlain('<b>Аня</b> &lt;3 &amp;amp; <a href="https://x.y?a=1&amp;b">link</a>\n<i>&quot;да&quot;</i>'),
    ).toBe('Аня <3 &amp; link\n"да"');
  });

  it("gives back whatever was escaped", () => {
    fc.assert(fc.property(fc.string(), (text) => htmlToPlain(`<b>${escapeHtml(text)}</b>`) === text));
  });
});
