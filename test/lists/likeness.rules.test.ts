import { expect, it } from "vitest";
import { byLikeness, inWhich, likeness } from "#features/lists/merging.rules.ts";

const other = (membershipId: string, familyName: string, givenName: string, more = {}) => ({
  ...{ membershipId, name: { familyName, givenName, patronymic: "" }, birthYear: null, code: membershipId },
  ...{ className: "", post: "", number: null, ...more },
});

it("the most alike stand first: the name with a slip of the pen, the year, the class", () => {
  const one = other("one", "Рыбин", "Сёма", { birthYear: 2012, className: "7А" });
  const twin = other("twin", "Рыбын", "Семен", { birthYear: 2012, className: "7А" });
  const family = other("family", "Рыбин", "Олег", { birthYear: 2010 });
  const mate = other("mate", "Орлов", "Пётр", { className: "7А" });
  const stranger = other("stranger", "Белова", "Анна");
  const found = byLikeness(one, [stranger, mate, one, family, twin]);
  expect(found.map(({ membershipId }) => membershipId)).toEqual(["twin", "family", "mate", "stranger"]);
  expect(likeness(one, stranger)).toBe(0);
});

it("people without a name, a year or a class are not alike for that", () => {
  expect(likeness(other("one", "", ""), other("two", "", ""))).toBe(0);
});

it("a row of a list stays whichever of the two was opened; of two alike the earlier code stays", () => {
  const [row, guest] = [other("r", "", "", { number: 4, code: "Y-40" }), other("g", "", "", { code: "Y-31" })];
  expect(inWhich(row, guest)).toEqual({ from: guest, into: row });
  expect(inWhich(guest, row)).toEqual({ from: guest, into: row });
  const [early, late] = [other("e", "", "", { code: "Y-99" }), other("l", "", "", { code: "Y-100" })];
  expect(inWhich(early, late)).toEqual({ from: late, into: early });
  expect(inWhich(late, early)).toEqual({ from: late, into: early });
});
