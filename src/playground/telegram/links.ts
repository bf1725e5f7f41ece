/** Which strings Telegram takes for links. */

const SCHEMES = /^(https?|ton|tg|tonsite|mailto|tel):/i;
const HOST = /^(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+[\p{L}\d-]{2,}$|^\d{1,3}(?:\.\d{1,3}){3}$|^\[[\da-f:]+\]$/iu;

/** Whether `text` can be the address behind a word or a button: http(s) with a host that has a dot, or tg:, mailto:, tel:. */
export function isLink(text: string): boolean {
  const address = text.trim();
  if (address === "" || /\s/.test(address)) return false;
  if (/^(tg|ton|tonsite|mailto|tel):/i.test(address)) return address.length > address.indexOf(":") + 1;
  const whole = SCHEMES.test(address) ? address : `http://${address}`;
  if (!URL.canParse(whole)) return false;
  const authority = /^[a-z]+:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(whole)?.[1] ?? "";
  return HOST.test(authority);
}
