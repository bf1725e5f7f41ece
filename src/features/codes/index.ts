/**
 * Codes mode: names never reach the server, so they are joined to the codes on the curator's own computer, by a page that the bot
 * sends as a file. The page itself is in `src/codes`; here is only the way to it.
 */
export { type CodesParts, codesChat, codesLinks } from "./chat.ts";
