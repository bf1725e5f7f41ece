/** What the Bot API accepts, as `scripts/bot-api-spec.mjs` derived it from the declarations that grammY is built on. */
import raw from "./spec.json" with { type: "json" };

/** A type of the specification; the script says what each form means. */
export type SpecType =
  | string
  | { is: (string | number | boolean)[] }
  | { list: SpecType }
  | { union: SpecType[] }
  | { ref: string }
  | { object: { [field: string]: SpecType } };

export type Spec = {
  source: string;
  methods: { [method: string]: { [parameter: string]: SpecType } };
  types: { [name: string]: SpecType };
};

export const SPEC: Spec = raw;
