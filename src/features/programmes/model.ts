/** The nouns of schools and programmes: what they are, which forms of mentoring there are, and what comes of an act on them. */
import { z } from "zod";
import type { ProgrammeId, SchoolId } from "#core/ids.ts";
import { LOCALES, type Locale } from "#core/screen.ts";
import type { DateOn } from "#core/when.ts";

export * from "./forms.model.ts";
export * from "./wizard.model.ts";
export * from "./zones.model.ts";

export const TRACKS = ["pupils", "teachers"] as const;
export type Track = (typeof TRACKS)[number];

/** How long the programme runs by nature: September to May, or January to December. */
export const YEAR_KINDS = ["academic", "calendar"] as const;
export type YearKind = (typeof YEAR_KINDS)[number];

/** What others see of a participant in messages: the full name, the first name and an initial, or a code. */
export const NAMINGS = ["full", "initial", "code"] as const;
export type Naming = (typeof NAMINGS)[number];

/** How pupils are addressed in Russian; adults are always addressed formally. */
export const ADDRESSES = ["vy", "ty"] as const;
export type Address = (typeof ADDRESSES)[number];

export const INTAKE_SIZES = ["short", "usual"] as const;
export type IntakeSize = (typeof INTAKE_SIZES)[number];

/** Longest names in characters: they stand in buttons, headings and documents. */
export const LIMITS = { schoolName: 120, city: 60, title: 100, form: 60, forms: 8, phone: 40, site: 80 } as const;

export type School = {
  id: SchoolId;
  name: string;
  city: string;
  /** IANA name */
  timeZone: string;
  locale: Locale;
  /** Where a parent may ask whether this is really the school; empty: not said. */
  phone: string;
  site: string;
  rev: number;
};

/** A school as the wizard makes it. */
export type NewSchool = Omit<School, "rev" | "phone" | "site">;

/** What a parent is told of the school beside its name. */
export const CONTACTS = ["phone", "site"] as const;
export type Contact = (typeof CONTACTS)[number];
export const contactSchema = z.enum(CONTACTS);

export type Period = { startsOn: DateOn; endsOn: DateOn };

export type ProgrammeSettings = Period & {
  title: string;
  track: Track;
  yearKind: YearKind;
  /** Official ids or the school's own words; never empty. */
  forms: string[];
  naming: Naming;
  address: Address;
  intakeSize: IntakeSize;
};

export type Programme = ProgrammeSettings & {
  id: ProgrammeId;
  schoolId: SchoolId;
  status: "active" | "archived";
  rev: number;
  school: School;
};

/** What a curator may change after the programme was created. The track stays: the questionnaires and words depend on it. */
export const SETTINGS = ["title", "forms", "period", "naming", "address", "intake"] as const;
export type Setting = (typeof SETTINGS)[number];

export const settingSchema = z.enum(SETTINGS);
export const trackSchema = z.enum(TRACKS);
export const yearKindSchema = z.enum(YEAR_KINDS);
export const namingSchema = z.enum(NAMINGS);
export const addressSchema = z.enum(ADDRESSES);
export const intakeSizeSchema = z.enum(INTAKE_SIZES);
export const localeSchema = z.enum(LOCALES);

/** Why something that was typed or tapped is not taken: what to do instead is `programmes-wrong-<wrong>`. */
export const WRONGS = [
  "text",
  "choose",
  "empty",
  "long",
  "zone",
  "period",
  "period-order",
  "period-long",
  "period-past",
  "forms",
  "forms-many",
  "form-same",
] as const;
export type Wrong = (typeof WRONGS)[number];

/** No such thing, or no right to it: which of the two is not told. */
export type Refused = { kind: "refused" };

/** What switching a programme to codes does: how many names are erased, and how many stay because of other roles. */
export type CodesAsked = { programme: Programme; here: number; elsewhere: number };
