/** Words compared as people mean them: without case, punctuation, joiners and the dots of the letter yo. */

const YO = /\u0451/g;
const YE = "\u0435";
const INVISIBLE = /\p{Cf}|\ufe0f|\u20e3/gu;

/** The folded words; for a text of signs only («+», «👍») those signs. */
export function fold(text: string): string {
  const lower = text.normalize("NFKC").toLowerCase().replace(YO, YE).replace(INVISIBLE, "");
  const words = lower.replace(/[\p{P}\p{Z}\s]+/gu, " ").trim();
  return words === "" ? lower.trim() : words;
}
