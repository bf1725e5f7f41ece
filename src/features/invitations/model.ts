/** The nouns of inviting: a link on the screen, and what comes of asking for one. */
import { z } from "zod";
import type { InvitationId, ProgrammeId } from "#core/ids.ts";
import type { Offered } from "#features/deeds/model.ts";
import type { Invitation } from "#features/people/model.ts";
import type { Programme } from "#features/programmes/model.ts";

/** Who comes by a curator's link; guardians come by links that name their child. */
export const INVITED = ["mentee", "mentor", "staff"] as const;
export type Invited = (typeof INVITED)[number];
export const invitedSchema = z.enum(INVITED);

/** How many a link is for: one, or a class, a year, a school. */
export const CAPS = [1, 10, 30, 100] as const;

/** Stands for «any form» where a form's place in the programme's list is expected. */
export const ANY_FORM = -1;

/** What a curator has chosen so far. `formAt` is the form's place in the programme's list. */
export type Wish = { programme: Programme; role: Invited; formAt: number };

/** A link with its programme, as the curator sees it. */
export type ShownLink = { invitation: Invitation; programme: Programme; token: string };

export type Order = { programmeId: ProgrammeId; id: InvitationId; role: Invited; formAt: number; cap: number };

/** Refused: no such thing, or no right to it. */
export type Refused = { kind: "refused" };
/** `offered`: it was taken back just now, and can be given again for a minute. */
export type Made = { kind: "link"; link: ShownLink; offered?: Offered } | Refused;
export type Listed = { kind: "list"; programme: Programme; items: Invitation[]; page: number; pages: number } | Refused;
