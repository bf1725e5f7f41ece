/**
 * Those who run a programme: several curators of whom one leads, helpers who may do some things for some people, who stands in
 * for whom, who takes over. A helper sees what was permitted and nothing else; a successor gets what was open at once, and the
 * old rights end in the same moment; to whom the bot does not write by itself it does not. Teachers, psychologists and parents
 * propose pupils, the curator decides; the curator keeps notes of interviews, the psychologist looks after who was offered
 * support. What the bot says unasked is directed here: to the deputy, and with a line that says in which role.
 */
export { staffChat } from "./chat.ts";
export { createDirecting } from "./directing.service.ts";
export { cardFacts, programmeFacts } from "./facts.service.ts";
export { createStaffGuide } from "./guide.chat.ts";
export { staffKeeping, staffLeaver } from "./keeping.service.ts";
export { staffCardLines, staffCardLinks, staffLinks } from "./links.view.ts";
export { staffNotices } from "./notices.ts";
export { decidingKind } from "./referral.service.ts";
export { createStaff, type Staff } from "./service.ts";
