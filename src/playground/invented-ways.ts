/** What invented participants and their parents do, each as far as the stage says. */
import type { Clock } from "#core/clock.ts";
import type { Invented, Stage } from "./invented-people.ts";
import { nth, type Robot } from "./robot.ts";

export type Person = { userId: number; role: string; name: string };
export type Played = { invented: Invented; robot: Robot; name: string; parent?: Person };

/** Stages in the order in which people come to them; refusal ends the way of those who meet it. */
const WAY: Stage[] = [
  "opened",
  "born",
  "parentAsked",
  "parentReads",
  "parentRefused",
  "agreed",
  "begun",
  "sent",
  "checked",
];
const reaches = ({ stage }: Invented, goal: Stage): boolean => WAY.indexOf(stage) >= WAY.indexOf(goal);

/** So many questions are answered by those who stop in the middle. */
const HALF = 3;

export type WaysOutside = {
  clock: Clock;
  /** Words of the invented programme. */
  word(key: string): string;
  /** Somebody new with a Telegram of their own. */
  comes(name: string): Robot;
  /** The curator says of those who have answered by a child's link that they are parents. */
  knowsParents(): Promise<void>;
};

/** Gives the way of one participant: comes by the link and goes as far as the stage says. */
export function participantWay({
  clock,
  word,
  comes,
  knowsParents,
}: WaysOutside): (invented: Invented, payload: string) => Promise<Played> {
  async function answersOne({ invented, robot }: Played, asked: number): Promise<void> {
    const { role, number } = invented;
    if (robot.sees("run.tick").length > 0) {
      await robot.taps("run.tick", nth(number + asked));
      await robot.taps("run.tick", nth(number + asked + 2));
      await robot.taps("run.done");
    } else if (robot.sees("run.pick").length > 0) await robot.taps("run.pick", nth(number + asked));
    else await robot.says(word(`${role}-answer-${1 + (number % 3)}`));
  }

  async function answers(played: Played): Promise<void> {
    const { invented, robot } = played;
    await robot.taps("run.new");
    for (let asked = 0; robot.sees("run.send").length === 0; asked++) {
      if (asked === HALF && !reaches(invented, "sent")) return await robot.taps("run.pause");
      await answersOne(played, asked);
    }
    await robot.taps("run.send");
  }

  async function agrees(robot: Robot): Promise<void> {
    await robot.taps("consents.read");
    await robot.taps("consents.agree");
  }

  /** The parent of somebody under 18 opens the forwarded link, and decides as the stage says. */
  async function parentDecides({ invented, robot }: Played): Promise<Person> {
    const name = word(`parent-${invented.number}`);
    const parent = comes(name);
    await parent.starts(robot.payload());
    if (reaches(invented, "parentRefused")) await parent.taps("consents.read");
    if (invented.stage === "parentRefused") await parent.taps("consents.decline");
    else if (reaches(invented, "agreed")) {
      await parent.taps("consents.agree");
      await parent.says(name);
    }
    return { userId: parent.userId, role: "guardian", name };
  }

  async function goes(invented: Invented, payload: string): Promise<Played> {
    const name = word(`${invented.role}-${invented.number}`);
    const robot = comes(name);
    const played: Played = { invented, robot, name };
    await robot.starts(payload);
    if (!reaches(invented, "born")) return played;
    await robot.says(String(clock.now().getUTCFullYear() - invented.age));
    await robot.taps("people.year-ok");
    if (!reaches(invented, "parentAsked")) return played;
    // Treated as a year younger until the year is over.
    if (invented.age > 14) await agrees(robot);
    if (invented.age <= 18) {
      await robot.taps("consents.link");
      if (reaches(invented, "parentReads")) played.parent = await parentDecides(played);
    }
    if (played.parent && reaches(invented, "parentRefused")) await knowsParents();
    if (!reaches(invented, "agreed")) return played;
    await robot.starts();
    await robot.says(name);
    if (reaches(invented, "begun")) await answers(played);
    return played;
  }

  return goes;
}
