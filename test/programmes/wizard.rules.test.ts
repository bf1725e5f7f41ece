import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settingsOf } from "#features/programmes/made.rules.ts";
import { type Draft, type Input, STEPS } from "#features/programmes/model.ts";
import { decideAnswer, decideBack, decideChange, firstOpen, stepsOf } from "#features/programmes/wizard.rules.ts";

const TODAY = "2026-11-20";
const fresh = (kind: Draft["kind"]): Draft => ({
  id: "draft",
  personId: "person",
  kind,
  schoolId: kind === "programme" ? "school" : null,
  at: STEPS[kind][0],
  returning: false,
  answers: {},
  rev: 0,
});
const typed = (text: string): Input => ({ kind: "typed", text });
const picked = (value: string): Input => ({ kind: "picked", value });

function give(draft: Draft, input: Input): Draft {
  const moved = decideAnswer(draft, { rev: draft.rev, step: draft.at, input }, TODAY);
  if (moved.kind !== "moved") throw new Error(`${draft.at}: ${JSON.stringify(moved)}`);
  return moved.draft;
}

function back(draft: Draft): Draft {
  const moved = decideBack(draft, draft.rev);
  if (moved.kind !== "moved") throw new Error(moved.kind);
  return moved.draft;
}

const PUPILS = [
  typed("Наставничество"),
  picked("pupils"),
  picked("pupil-pupil"),
  picked("done"),
  picked("academic"),
  picked("2026"),
  picked("initial"),
  picked("ty"),
  picked("short"),
];
const whole = () => PUPILS.reduce(give, fresh("programme"));

const wrongOf = (draft: Draft, input: Input) => {
  const moved = decideAnswer(draft, { rev: draft.rev, step: draft.at, input }, TODAY);
  return moved.kind === "wrong" ? moved.wrong : moved.kind;
};
const until = (count: number) => PUPILS.slice(0, count).reduce(give, fresh("programme"));

describe("the wizard of a programme", () => {
  it("leads from the title to a summary that makes a whole programme", () => {
    const draft = whole();
    expect(draft.at).toBe("summary");
    expect(settingsOf(draft)).toEqual({
      title: "Наставничество",
      track: "pupils",
      forms: ["pupil-pupil"],
      yearKind: "academic",
      startsOn: "2026-09-01",
      endsOn: "2027-05-31",
      naming: "initial",
      address: "ty",
      intakeSize: "short",
    });
  });

  it("takes several forms, own ones too, and lets each be taken away again", () => {
    let draft = until(2);
    for (const input of [picked("pupil-pupil"), picked("student-pupil"), typed("Воспитатель — воспитатель")])
      draft = give(draft, input);
    expect(draft.answers.forms).toEqual(["pupil-pupil", "student-pupil", "Воспитатель — воспитатель"]);
    draft = give(give(draft, picked("student-pupil")), picked("own-1"));
    expect(draft.answers.forms).toEqual(["pupil-pupil"]);
  });

  it("does not ask how to address pupils when there are none, and proposes the teachers' form", () => {
    const draft = give(give(fresh("programme"), typed("Школа молодого учителя")), picked("teachers"));
    expect(draft.answers.forms).toEqual(["teacher-teacher"]);
    expect(stepsOf(draft)).not.toContain("address");
    const done = [picked("done"), picked("calendar"), picked("2026"), picked("full"), picked("usual")].reduce(
      give,
      draft,
    );
    expect(done.at).toBe("summary");
    expect(settingsOf(done)?.address).toBe("vy");
  });

  it.each([
    ["an empty title", () => fresh("programme"), typed("  \n "), "empty"],
    ["a title of signs alone", () => fresh("programme"), typed("!!! 🎉"), "empty"],
    ["an endless title", () => fresh("programme"), typed("а".repeat(101)), "long"],
    ["words where a button is meant", () => until(1), typed("для учеников"), "choose"],
    ["a value that no button has", () => until(1), picked("parents"), "choose"],
    ["no form at all", () => until(2), picked("done"), "forms"],
    [
      "a form twice, with another dash",
      () => give(until(2), typed("Мастер - ученик")),
      typed("мастер – ученик"),
      "form-same",
    ],
    ["dates that are none", () => until(5), typed("с осени до весны"), "period"],
    ["a year long gone", () => until(5), picked("2020"), "period-past"],
  ] as const)("asks again after %s", (_what, draft, input, wrong) => {
    expect(wrongOf(draft(), input)).toBe(wrong);
  });

  it("refuses a ninth form", () => {
    const draft = Array.from({ length: 8 }, (_, place) => typed(`Форма ${place}`)).reduce(give, until(2));
    expect(wrongOf(draft, typed("Ещё одна"))).toBe("forms-many");
  });

  it("goes back question by question and keeps what was answered", () => {
    const draft = back(back(whole()));
    expect(draft.at).toBe("address");
    expect(draft.answers.intakeSize).toBe("short");
    expect(decideBack(fresh("programme"), 0)).toEqual({ kind: "left" });
  });

  it("comes back to the summary after one change, and asks what the change made doubtful", () => {
    const at = (draft: Draft, step: string) => {
      const moved = decideChange(draft, { rev: draft.rev, step });
      if (moved.kind !== "moved") throw new Error(moved.kind);
      return moved.draft;
    };
    expect(give(at(whole(), "title"), typed("Другое название")).at).toBe("summary");
    expect(back(at(whole(), "title")).at).toBe("summary");
    const other = give(at(whole(), "year"), picked("calendar"));
    expect(other.at).toBe("period");
    expect(give(other, picked("2026")).at).toBe("summary");
    const teachers = give(at(whole(), "track"), picked("teachers"));
    expect(teachers.at).toBe("summary");
    expect(teachers.answers.forms).toEqual(["teacher-teacher"]);
    const again = give(at(teachers, "track"), picked("pupils"));
    expect(again.at).toBe("forms");
    expect(back(again).at).toBe("track");
  });

  it("takes nothing from a screen that has moved on", () => {
    const draft = until(3);
    expect(decideAnswer(draft, { rev: draft.rev - 1, step: "forms", input: picked("done") }, TODAY)).toEqual({
      kind: "stale",
    });
    expect(decideAnswer(draft, { rev: draft.rev, step: "title", input: typed("x") }, TODAY)).toEqual({ kind: "stale" });
    expect(decideBack(draft, draft.rev + 1)).toEqual({ kind: "stale" });
    expect(decideChange(draft, { rev: draft.rev, step: "title" })).toEqual({ kind: "stale" });
  });
});

describe("the wizard of a school", () => {
  const school = () => [typed("МБОУ СОШ № 12"), typed("Тверь")].reduce(give, fresh("school"));

  it.each([
    [picked("moscow"), "Europe/Moscow"],
    [typed("asia/yekaterinburg"), "Asia/Yekaterinburg"],
    [typed(" Europe/Samara "), "Europe/Samara"],
  ])("takes the time %o as %s", (input, zone) => {
    expect(give(school(), input).answers.timeZone).toBe(zone);
  });

  it.each([[typed("Тьмутаракань")], [typed("Europe/Atlantis")], [typed("UTC+3")]])(
    "asks for the time again after %o",
    (input) => {
      expect(wrongOf(school(), input)).toBe("zone");
    },
  );
});

describe("any way through a wizard", () => {
  const values = [
    "pupils",
    "teachers",
    "pupil-pupil",
    "teacher-teacher",
    "own-0",
    "done",
    "academic",
    "calendar",
    "2026",
    "2027",
    "full",
    "code",
    "vy",
    "ty",
    "short",
    "usual",
    "moscow",
    "ru",
  ];
  const act = fc.oneof(
    fc.record({ do: fc.constant("answer" as const), input: fc.constantFrom(...values).map(picked) }),
    fc.record({ do: fc.constant("answer" as const), input: fc.string().map(typed) }),
    fc.record({ do: fc.constant("back" as const) }),
    fc.record({
      do: fc.constant("change" as const),
      step: fc.constantFrom<string>(...STEPS.programme, ...STEPS.school),
    }),
  );

  type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;
  const go = (draft: Draft, one: Act) => {
    const { rev, at } = draft;
    if (one.do === "answer") return decideAnswer(draft, { rev, step: at, input: one.input }, TODAY);
    return one.do === "back" ? decideBack(draft, rev) : decideChange(draft, { rev, step: one.step });
  };

  function expectSound(draft: Draft): void {
    expect(draft.at === "summary" || stepsOf(draft).includes(draft.at)).toBe(true);
    if (draft.kind === "programme") expect(settingsOf(draft) !== null).toBe(firstOpen(draft) === null);
  }

  it("keeps a place that exists, moves the revision by one, and calls whole only what is whole", () => {
    const kind = fc.constantFrom("school" as const, "programme" as const);
    fc.assert(
      fc.property(kind, fc.array(act, { maxLength: 60 }), (of, acts) => {
        let draft = fresh(of);
        for (const one of acts) {
          const moved = go(draft, one);
          if (moved.kind !== "moved") continue;
          expect(moved.draft.rev).toBe(draft.rev + 1);
          draft = moved.draft;
          expectSound(draft);
        }
      }),
      { numRuns: 500 },
    );
  });
});
