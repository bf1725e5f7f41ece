/**
 * Ids of everything that the bot remembers: short, random, safe in callback data and in links.
 * 11 characters of base64url hold 66 random bits: no two meet in a school's lifetime, and none can be guessed in a useful time.
 */
import { randomBytes } from "node:crypto";

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]?: Name };

export type PersonId = Id<"person">;
export type AccountId = Id<"account">;
export type SchoolId = Id<"school">;
export type ProgrammeId = Id<"programme">;
export type MembershipId = Id<"membership">;
export type InvitationId = Id<"invitation">;
export type RunId = Id<"run">;
export type NoticeId = Id<"notice">;
export type JobId = Id<"job">;
export type AttachmentId = Id<"attachment">;

const LENGTH = 11;

/** A new random id of 11 base64url characters. */
export const newId = (): string => randomBytes(9).toString("base64url").slice(0, LENGTH);

const SHAPE = /^[A-Za-z0-9_-]{11}$/;

/** Whether `text` has the shape of an id; says nothing about whether the thing exists. */
export const isId = (text: string): boolean => SHAPE.test(text);
