/**
 * Consents: nobody is asked anything before there is a consent. Each kind has its own document, shown whole; the ledger holds who
 * decided, as whom, when and about exactly which text. Under 14 the legal guardian decides alone, from 14 to 17 both, from 18 on
 * oneself; of two who disagree the stricter holds. The guardian comes by a link that the child forwards or the curator gives, and
 * the child is told of the answer. Promises: «нет» is as easy as «да»; a withdrawal stops everything at once; a new consent begins anew.
 * Words: consent, document, reader, decision, ledger, guardian, ward, withdrawal.
 */

export { type ConsentsChatParts, consentsChat } from "./chat.ts";
export { consentsButtons, consentsGuide, consentsKept } from "./guide.chat.ts";
export { consentsKeeping } from "./keeping.service.ts";
export * from "./model.ts";
export { consentsNotices } from "./notices.ts";
export type { View } from "./outcomes.model.ts";
export { type Consents, type ConsentsParts, createConsents } from "./service.ts";
