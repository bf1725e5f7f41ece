/** Names of files that come from outside: shown to people and given to their computers, so nothing in them may act. */

const LONGEST = 120;

/** Control and format characters (among them those that turn the reading direction: «exe.pdf» may be «fdp.exe») and lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** What Windows refuses in a name. */
const FORBIDDEN = /[<>:"|?*]/g;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * The last part of a path without anything dangerous or invisible, at most 120 characters with the extension kept;
 * `fallback` when nothing is left.
 */
export function cleanName(name: string, fallback = "file"): string {
  const last = name.replace(INVISIBLE, "").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replace(FORBIDDEN, "_")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  if (plain === "") return fallback;
  return shorten(RESERVED.test(plain) ? `_${plain}` : plain);
}

function shorten(name: string): string {
  const signs = [...name];
  if (signs.length <= LONGEST) return name;
  const dot = name.lastIndexOf(".");
  const ending = dot > 0 && name.length - dot <= 12 ? [...name.slice(dot)] : [];
  return [...signs.slice(0, LONGEST - ending.length), ...ending].join("");
}
