/**
 * Consents: nobody is asked anything before there is a consent. Each kind has its own document, shown whole; the ledger holds who
 * decided, as whom, when and about exactly which text. Under 14 the legal guardian decides alone, from 14 to 17 both, from 18 on
 * oneself; of two who disagree the stricter holds. A guardian who comes by the link that the child forwards counts once the curator
 * has checked who it is, one who comes by the curator's counts at once; the child is told of the answer. Who comes to 14 or 18 is
 * asked anew, and for 30 days what was agreed goes on. The ledger is read, exported and printed, and so are forms to be signed. Promises: «нет» is as easy as «да»; a withdrawal stops everything at once; a new consent begins anew.
 * Words: consent, document, reader, decision, ledger, guardian, ward, withdrawal.
 */

export { type ConsentsChatParts, consentsChat } from "./chat.ts";
export type { PaperEntered, Signatories, Signed } from "./entering.service.ts";
export { consentsButtons, consentsGuide, consentsKept } from "./guide.chat.ts";
export { consentsKeeping } from "./keeping.service.ts";
export * from "./kinds.model.ts";
export { consentsCardLines, consentsCardLinks, consentsProgrammeLinks, ledgerChat } from "./ledger.chat.ts";
export * from "./model.ts";
export { consentsNotices } from "./notices.ts";
export type { ConsentChange, View } from "./outcomes.model.ts";
export { eraseOldPapers, paperJob } from "./paper.service.ts";
export { consentForms, ledgerSheet, ledgerTable } from "./paper.view.ts";
export { type Consents, type ConsentsParts, createConsents } from "./service.ts";
