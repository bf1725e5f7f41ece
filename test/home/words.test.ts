import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Button, Screen, T } from "#core/screen.ts";
import * as menus from "#features/home/menus.view.ts";
import type { RolePlace } from "#features/home/model.ts";
import { help, languages, privacy, privacyOfStranger, settings } from "#features/home/settings.view.ts";
import * as view from "#features/home/view.ts";
import { ROLES, type Role } from "#features/people/index.ts";
import {
  keptLines,
  nameSaved,
  nameStep,
  oddName,
  oddYear,
  refusedScreen,
  yearCheck,
  yearScreen,
} from "#features/people/view.ts";
import type { Programme, School } from "#features/programmes/model.ts";
import { loadTexts } from "#platform/i18n.ts";

const texts = loadTexts(fileURLToPath(new URL("../../locales", import.meta.url)));
const voices: T[] = (["ru", "en"] as const).flatMap((locale) =>
  (["pupils", "teachers"] as const).flatMap((track) =>
    (["vy", "ty"] as const).map((address) => texts.voice({ locale, track, address })),
  ),
);
const HOSTILE = '<b>&"Жук"</b> 🐞\u202e';
const SHOWN = "&lt;b&gt;&amp;&quot;Жук&quot;&lt;/b&gt; 🐞\u202e";
const ID = "AAAAAAAAAAA";
const TOKEN = "a".repeat(22);

const school: School = {
  id: ID,
  name: HOSTILE,
  city: "Тверь",
  timeZone: "Europe/Moscow",
  locale: "ru",
  phone: HOSTILE,
  site: HOSTILE,
  rev: 1,
};
const programme: Programme = {
  id: ID,
  schoolId: ID,
  title: HOSTILE,
  track: "pupils",
  yearKind: "academic",
  startsOn: "2026-09-01",
  endsOn: "2027-05-31",
  forms: ["pupil-pupil"],
  naming: "full",
  address: "ty",
  intakeSize: "short",
  status: "active",
  rev: 1,
  school,
};
const standing = (role: Role) => ({ membershipId: ID, personId: ID, role, schoolId: ID, programmeId: ID });
const place = (t: T, role: Role): RolePlace => ({ standing: standing(role), programme, school, t });

function everyScreen(t: T): Screen[] {
  const places = ROLES.map((role) => place(t, role));
  const phone = [{ personId: ID, name: HOSTILE, current: true }];
  const refusals = ["used", "expired", "revoked", "unknown", "throttled"] as const;
  return [
    view.stranger(t),
    view.guest(t, true),
    view.roles(t, places, true),
    ...places.map((one) => view.nothingToDo(one, view.hereAs(one), true)),
    ...places.map((one) => view.nothingToDo(one, view.greeting(one, HOSTILE), false)),
    ...places.map((one) => view.nothingToDo(one, view.already(one), false)),
    ...refusals.map((kind) => view.linkRefused(t, kind)),
    view.whoComes(t, "whoIsIt", phone, { token: TOKEN, length: 2 }),
    view.whoComes(t, "ownLink", [], { token: TOKEN, length: 1 }),
    view.whoWrites(t, phone),
    languages(t, { ru: t, en: t }),
    settings(t, null),
    ...(["full", "initial", "code", null] as const).map((naming) =>
      settings(t, { personId: ID, name: HOSTILE, named: true, naming, shared: true }),
    ),
    privacy(
      t,
      [
        ...keptLines(t, { name: true, birthYear: true, roles: 2, phones: 1 }),
        ...Array<string>(400).fill("x".repeat(40)),
      ],
      [],
    ),
    privacyOfStranger(t),
    help(t, places, [...menus.COMMANDS]),
    refusedScreen(t),
    ...(["full", "initial", "code", null] as const).map((naming) => nameStep(t, ID, naming, 1).screen),
    ...(["empty", "long", "sentence", "command"] as const).map((why) => oddName(t, why)),
    { text: nameSaved(t, { familyName: "", givenName: HOSTILE, patronymic: "" }), placeholder: "x" },
    yearScreen(t, ID, 0, 2026),
    oddYear(t, ID, 2, 2026),
    yearCheck(t, ID, 2013, 0),
  ];
}

const labels = (screen: Screen): Button[] => (screen.rows ?? []).flat();

describe.each(voices.map((t, at) => [at, t] as const))("every screen of people and home, voice %i", (_, t) => {
  it("has words, fits into one message, and shows hostile names literally", () => {
    for (const { text } of everyScreen(t)) {
      expect(text.length).toBeGreaterThan(10);
      expect(text.length).toBeLessThanOrEqual(4_096);
      expect(text).not.toMatch(/<(?!\/?(b|i)>)/);
      expect(text.replaceAll(SHOWN, "")).not.toContain("Жук");
    }
  });

  it("offers a way on: buttons with words, or a hint what to type", () => {
    for (const screen of everyScreen(t)) {
      expect(labels(screen).length > 0 || screen.placeholder !== undefined).toBe(true);
      for (const { label } of labels(screen)) expect(label.trim().length).toBeGreaterThan(0);
    }
  });

  it("mixes no second language in", () => {
    for (const { text } of everyScreen(t)) {
      const own = text.replaceAll(SHOWN, "").replaceAll("· Язык", "");
      if (t.locale === "en") expect(own).not.toMatch(/[а-яё]/i);
      else expect(own.replace(/\/[a-z]+|<\/?[bi]>|Telegram|QR|x{40}/g, "")).not.toMatch(/[a-z]{2}/i);
    }
  });

  it("never calls a child «наставляемый» or speaks of pairs to it", () => {
    const child = place(t, "mentee");
    for (const text of [view.hereAs(child), view.greeting(child, ""), view.already(child), view.roleLine(child)])
      expect(text).not.toMatch(/наставляем|ИПР|запрос|пар[аеуы]\b/i);
  });
});

describe("what Telegram shows about the bot", () => {
  const voice = (locale: "ru" | "en") => texts.voice({ locale });

  it("keeps Telegram's limits in both languages", () => {
    for (const { name, description, short } of menus.presentation(voice, "ru")) {
      expect([...name].length).toBeLessThanOrEqual(64);
      expect([...description].length).toBeLessThanOrEqual(512);
      expect([...short].length).toBeLessThanOrEqual(120);
    }
  });

  it("has the asked commands in every menu, and more for those who invite or propose", () => {
    const names = ["start", "help", "settings", "language", "privacy", "cancel"];
    for (const { commands } of menus.menus(voice, "ru")) {
      expect(commands.map(({ command }) => command)).toEqual(names);
      for (const { description } of commands) expect([...description].length).toBeLessThanOrEqual(256);
    }
    expect(menus.menus(voice, "en").map(({ language }) => language)).toEqual([null, "ru", "en"]);
    const menuFor = (...roles: Role[]) => menus.menuFor(voice("ru"), roles)?.map(({ command }) => command);
    expect(menuFor("mentee")).toBeUndefined();
    expect(menuFor("mentor")).toEqual(["start", "refer", ...names.slice(1)]);
    expect(menuFor("mentor", "curator")).toEqual(["start", "refer", "invite", ...names.slice(1)]);
  });
});
