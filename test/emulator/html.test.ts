import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeHtml } from "#core/screen.ts";
import { finish } from "#playground/telegram/entities.ts";
import { parseHtml } from "#playground/telegram/html.ts";
import { Refusal } from "#playground/telegram/refusal.ts";
import { readText } from "#playground/telegram/text.ts";

const words = (source: string): string => {
  try {
    parseHtml(source);
    return "ok";
  } catch (error) {
    return error instanceof Refusal ? error.message.replace("Bad Request: can't parse entities: ", "") : String(error);
  }
};

describe("Telegram's HTML", () => {
  it.each([
    ["<b>a</b>", "a", [{ type: "bold", offset: 0, length: 1 }]],
    [
      "<strong>a</strong><em>b</em>",
      "ab",
      [
        { type: "bold", offset: 0, length: 1 },
        { type: "italic", offset: 1, length: 1 },
      ],
    ],
    [
      "<u>a</u><ins>b</ins>",
      "ab",
      [
        { type: "underline", offset: 0, length: 1 },
        { type: "underline", offset: 1, length: 1 },
      ],
    ],
    [
      "<s>a</s><strike>b</strike><del>c</del>",
      "abc",
      [0, 1, 2].map((offset) => ({ type: "strikethrough", offset, length: 1 })),
    ],
    [
      '<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>',
      "ab",
      [0, 1].map((offset) => ({ type: "spoiler", offset, length: 1 })),
    ],
    [
      '<a href="https://a.ru/?x=1&amp;y=2">a</a>',
      "a",
      [{ type: "text_link", url: "https://a.ru/?x=1&y=2", offset: 0, length: 1 }],
    ],
    ["<a href=https://a>a</a>", "Unexpected end of name token at byte offset 8", undefined],
    ['<a href="nonsense here">a</a>', "a", []],
    ["<a href='tg://user?id=5'>a</a>", "a", [{ type: "text_link", url: "tg://user?id=5", offset: 0, length: 1 }]],
    ["<code>a</code>", "a", [{ type: "code", offset: 0, length: 1 }]],
    ["<pre>a</pre>", "a", [{ type: "pre", offset: 0, length: 1 }]],
    ['<pre><code class="language-ts">a</code></pre>', "a", [{ type: "pre", language: "ts", offset: 0, length: 1 }]],
    ["<blockquote>a</blockquote>", "a", [{ type: "blockquote", offset: 0, length: 1 }]],
    ["<blockquote expandable>a</blockquote>", "a", [{ type: "expandable_blockquote", offset: 0, length: 1 }]],
    [
      '<tg-emoji emoji-id="5368324170671202286">a</tg-emoji>',
      "a",
      [{ type: "custom_emoji", custom_emoji_id: "5368324170671202286", offset: 0, length: 1 }],
    ],
    [
      '<tg-time unix="1647531900" format="wDT">a</tg-time>',
      "a",
      [{ type: "date_time", unix_time: 1647531900, date_time_format: "wDT", offset: 0, length: 1 }],
    ],
    ["😀<b>a</b>", "😀a", [{ type: "bold", offset: 2, length: 1 }]],
    [
      "<b>a<i>b</i></b>",
      "ab",
      [
        { type: "italic", offset: 1, length: 1 },
        { type: "bold", offset: 0, length: 2 },
      ],
    ],
    ["<b></b>", "", []],
    ["<B>a</B>", "a", [{ type: "bold", offset: 0, length: 1 }]],
    ["&lt;b&gt; &amp;amp; &quot;", '<b> &amp; "', []],
    ["&#1078;&#x436;&#128512;", "\u0436\u0436😀", []],
    ["&nbsp; &copy &#0; &#xD800; &", "&nbsp; &copy &#0; &#xD800; &", []],
    ["a > b", "a > b", []],
    ["a < b", 'Unsupported start tag "" at byte offset 2', undefined],
    ["<div>a</div>", 'Unsupported start tag "div" at byte offset 0', undefined],
    ["\u0436<br>", 'Unsupported start tag "br" at byte offset 2', undefined],
    ["<b>a", 'Can\'t find end tag corresponding to start tag "b"', undefined],
    ["a</b>", "Unexpected end tag at byte offset 1", undefined],
    ["<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"', undefined],
    ["<b>a</>", "a", [{ type: "bold", offset: 0, length: 1 }]],
    ["<b", "Unclosed start tag at byte offset 0", undefined],
    ["<a href='x", "Unclosed start tag at byte offset 0", undefined],
    ["<b>a</b", "Unclosed end tag at byte offset 4", undefined],
    ["<b x>a</b>", 'Expected equal sign in declaration of an attribute of the tag "b" at byte offset 0', undefined],
    ["<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0', undefined],
    ["<tg-emoji>a</tg-emoji>", "Invalid custom emoji identifier specified", undefined],
    ["<tg-time unix='1' format='x'>a</tg-time>", "Invalid date-time format specified", undefined],
  ])("%s", (source, text, entities) => {
    if (entities === undefined) expect(words(source)).toBe(text);
    else expect(parseHtml(source)).toEqual({ text, entities });
  });

  it("shows escaped text literally, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => parseHtml(escapeHtml(text)).text === text),
      { numRuns: 2000 },
    );
    const nasty = fc.array(
      fc.constantFrom("<b>", "</b>", "&", "&amp;", "&#60;", '"', "'", "<", ">", "😀", "\u202e", "a ", "\n"),
    );
    fc.assert(
      fc.property(nasty, (parts) => parseHtml(escapeHtml(parts.join(""))).text === parts.join("")),
      { numRuns: 2000 },
    );
  });

  it("either reads a text or refuses it, and never breaks", () => {
    const pieces = fc.constantFrom(
      ...'<b>,</b>,<a href=\',">,<code class="language-x">,</code>,<pre>,</pre>,&,&#,&#x,<,>,/,=,\',",<tg-time unix=1,<span class=tg-spoiler>,</span>,x, ,😀,\ud83d'.split(
        ",",
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const source = parts.join("");
        if (words(source) !== "ok") return words(source).length > 0 && !words(source).includes("TypeError");
        const { text, entities } = parseHtml(source);
        return entities.every(({ offset, length }) => offset >= 0 && length > 0 && offset + length <= text.length);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("every text", () => {
  const found = (text: string) =>
    finish({ text, entities: [] }).entities.map(
      ({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`,
    );

  it("is trimmed together with its entities", () => {
    expect(readText({ text: "  <b> a </b> ", parse_mode: "HTML" })).toMatchObject({
      text: "a",
      entities: [{ type: "bold", offset: 0, length: 1 }],
    });
  });

  it("has its commands, mentions, hashtags and links found", () => {
    expect(found("/start x")).toEqual(["bot_command /start"]);
    expect(found("go /help@tropa_bot now")).toEqual(["bot_command /help@tropa_bot"]);
    expect(found("a/b and/or //x")).toEqual([]);
    expect(found("@friend_of me@school.ru #mine #1")).toEqual([
      "mention @friend_of",
      "email me@school.ru",
      "hashtag #mine",
    ]);
    expect(found("see https://a.ru/b?c and school.ru")).toEqual(["url https://a.ru/b?c", "url school.ru"]);
  });

  it("keeps its length when it is finished a second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = finish({ text, entities: [] });
        expect(finish(once)).toEqual({ text: once.text, entities: expect.arrayContaining(once.entities) });
      }),
    );
  });
});
