/**
 * Home: where everybody arrives and comes back to. It says who one is here and the one next step, lets people in by their links,
 * keeps language and privacy at hand, and answers what nobody waits for. It knows the features only by what they hand to it:
 * guides (next steps), lines of what is kept, buttons to end it.
 */
export { createHome, type Home, type HomeOutside } from "./chat.ts";
export type { Menu, Presentation, PrivacyButtons, ProgrammeFacts } from "./model.ts";
