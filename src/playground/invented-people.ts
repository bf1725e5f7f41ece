/** Who takes part in the invented programme and how far each has come, so that every state of a bank can be seen. */
/**
 * How far somebody has come. opened: has only opened the link; born: has said the year of birth and not read the consent;
 * parentAsked: has the message for the parent; parentReads: the parent has opened it and not decided; parentRefused: the parent
 * does not agree; agreed: all consents are there, nothing asked yet; begun: in mid-questionnaire; sent; checked: by the curator.
 */
export type Stage =
  | "opened"
  | "born"
  | "parentAsked"
  | "parentReads"
  | "parentRefused"
  | "agreed"
  | "begun"
  | "sent"
  | "checked";

export type Invented = {
  role: "mentee" | "mentor";
  /** The number in the texts: `playground-invented-<role>-<number>`. */
  number: number;
  age: number;
  stage: Stage;
};

/** Ages are of 31 December: under 14 the parent alone decides, to 17 both, from 18 on oneself. */
const MENTEES: [age: number, stage: Stage][] = [
  [13, "parentReads"],
  [16, "begun"],
  [14, "checked"],
  [12, "checked"],
  [13, "sent"],
  [17, "sent"],
  [12, "agreed"],
  [12, "parentAsked"],
  [16, "parentAsked"],
  [11, "parentRefused"],
  [18, "born"],
  [12, "opened"],
];
const MENTORS: [age: number, stage: Stage][] = [
  [21, "checked"],
  [20, "checked"],
  [22, "sent"],
  [19, "begun"],
  [23, "born"],
];

const cast = (role: Invented["role"], all: [number, Stage][]): Invented[] =>
  all.map(([age, stage], at) => ({ role, number: at + 1, age, stage }));

export const INVENTED: Invented[] = [...cast("mentee", MENTEES), ...cast("mentor", MENTORS)];

/** «Рябинина Елизавета Петровна» as Telegram shows people: the given name first. */
export function telegramName(name: string): { firstName: string; lastName?: string } {
  const [family = name, given] = name.split(" ");
  return given ? { firstName: given, lastName: family } : { firstName: family };
}
