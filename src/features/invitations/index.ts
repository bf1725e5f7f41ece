/**
 * Invitations: how a curator brings people into a programme. A link is for one or for many, to one role and perhaps one form of
 * mentoring; it can be copied, printed as a QR code with a poster text, shown again at any time and taken back.
 * Promises: two taps make one link; who may not invite learns nothing about links, not even whether there are any.
 */
export { createInvitationsChat } from "./chat.ts";
export { createInvitations, type Invitations, revokingKind } from "./service.ts";
export { invitationsLink } from "./view.ts";
