/** Taps of a curator who says who leads, who helps and with what. */
import type { PersonId } from "#core/ids.ts";
import type { Screen } from "#core/screen.ts";
import { PERMISSIONS } from "#features/people/index.ts";
import { type Chat, type Talk, type Tap, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { touchedLines } from "./away.view.ts";
import { type HelperLine, LONGEST_CLASS, LONGEST_POST, POSTS, type Team } from "./model.ts";
import { refuse, shown, withPerson, wordsIn } from "./room.chat.ts";
import { readText } from "./rules.ts";
import type { Staff } from "./service.ts";
import {
  classScreen,
  curatorScreen,
  dismissScreen,
  endScreen,
  helperScreen,
  linkScreen,
  postScreen,
  postTyped,
  postWords,
  teamScreen,
} from "./view.ts";

const POST_TALK = "staff.post";
/** Whose post the bot does not write to unless told otherwise. */
const QUIET_POST = "director";

export type TeamChatParts = { staff: Staff; linkOf(token: string): string };

const helperTap = (
  find: (personId: PersonId, membershipId: string) => Promise<HelperLine | null>,
  screen: (turn: Turn, helper: HelperLine) => Screen,
): Tap =>
  tap(["membership"], (turn, membershipId) =>
    withPerson(turn, async (personId) =>
      shown(turn, await find(personId, membershipId), (helper) => screen(turn, helper)),
    ),
  );

function curatorTaps({ team, succession }: Staff): Record<string, Tap> {
  const show = (turn: Turn, found: Team | null) =>
    shown(turn, found, (one) => teamScreen(wordsIn(turn, one.programme), one));
  /** A tap on one of the curators, by somebody who may change who does what. */
  const onCurator = (act: (turn: Turn, found: Team, curator: Team["curators"][number]) => Promise<Screen>): Tap =>
    tap(["programme", "membership"], (turn, programmeId, membershipId) =>
      withPerson(turn, async (personId) => {
        const found = await team.see(personId, programmeId);
        const curator = found?.curators.find((one) => one.membershipId === membershipId);
        if (!found?.manages || !curator) return await refuse(turn);
        await turn.show(await act(turn, found, curator));
      }),
    );
  return {
    "staff.open": tap(["programme"], (turn, id) =>
      withPerson(turn, async (personId) => show(turn, await team.see(personId, id))),
    ),
    "staff.curator": onCurator(async (turn, { programme }, curator) => curatorScreen(turn.t, programme, curator)),
    "staff.lead": tap(["programme", "membership"], (turn, id, membershipId) =>
      withPerson(turn, async (personId) => show(turn, await team.makeLead(personId, id, membershipId))),
    ),
    "staff.end": onCurator(async (turn, { programme }, curator) => {
      const touched = await succession.touchedOf(programme, curator.personId);
      return endScreen(turn.t, programme, curator, touchedLines(turn.t, touched));
    }),
    "staff.end-yes": tap(["programme", "membership"], (turn, id, membershipId) =>
      withPerson(turn, async (personId) => {
        const ended = await team.endCurator(personId, id, membershipId);
        if (ended.kind === "refused") return await refuse(turn);
        if (ended.kind === "last") turn.toast(turn.t.plain("staff-end-last"));
        await show(turn, await team.see(personId, id));
      }),
    ),
  };
}

function helperTaps({ team }: Staff): Record<string, Tap> {
  const card = (turn: Turn, helper: HelperLine): Screen => helperScreen(turn.t, helper);
  const kindOf = (text: string) => PERMISSIONS.find((kind) => kind === text);
  return {
    "staff.member": helperTap(team.helper, card),
    "staff.dismiss": helperTap(team.helper, (turn, helper) => dismissScreen(turn.t, helper)),
    "staff.dismiss-yes": tap(["membership"], (turn, membershipId) =>
      withPerson(turn, async (personId) => {
        const programmeId = await team.dismiss(personId, membershipId);
        const found = programmeId && (await team.see(personId, programmeId));
        await shown(turn, found || null, (one) => teamScreen(wordsIn(turn, one.programme), one));
      }),
    ),
    "staff.quiet": tap(["membership", "number"], (turn, membershipId, quiet) =>
      withPerson(turn, async (personId) =>
        shown(turn, await team.setQuiet(personId, membershipId, quiet === 1), (helper) => card(turn, helper)),
      ),
    ),
    "staff.give": tap(["membership", "key"], (turn, membershipId, what) =>
      withPerson(turn, async (personId) => {
        const kind = kindOf(what);
        if (!kind) return await refuse(turn);
        const found =
          kind === "support" ? team.give(personId, membershipId, kind, "all") : team.helper(personId, membershipId);
        const helper = await found;
        const classes = helper && kind !== "support" ? await team.classes(helper.programmeId) : [];
        await shown(turn, helper, (one) =>
          kind === "support" ? card(turn, one) : classScreen(turn.t, one, kind, classes),
        );
      }),
    ),
    "staff.class": tap(["membership", "key", "key"], (turn, membershipId, what, classKey) =>
      withPerson(turn, async (personId) => {
        const kind = kindOf(what);
        if (!kind || kind === "support") return await refuse(turn);
        const found = await team.give(personId, membershipId, kind, classKey);
        await shown(turn, found, (helper) => card(turn, helper));
      }),
    ),
    "staff.take": tap(["permission"], (turn, permissionId) =>
      withPerson(turn, async (personId) =>
        shown(turn, await team.takeBack(personId, permissionId), (helper) => card(turn, helper)),
      ),
    ),
  };
}

function invitingTaps({ staff: { team }, linkOf }: TeamChatParts): Required<Pick<Chat, "taps" | "talks">> {
  async function invite(
    turn: Turn,
    personId: PersonId,
    programmeId: string,
    post: string,
    quiet: boolean,
  ): Promise<void> {
    const made = await team.invite(personId, programmeId, post, quiet);
    if (made.kind !== "link") return await refuse(turn);
    await turn.show(linkScreen(turn.t, { ...made, quiet }, linkOf(made.token)));
  }

  async function askPost(
    turn: Turn,
    personId: PersonId,
    programmeId: string,
    which: string,
    odd = false,
  ): Promise<void> {
    const programme = await team.programme(personId, programmeId);
    if (!programme || (which !== "other" && which !== "class-teacher")) return await refuse(turn);
    await turn.show(postTyped(turn.t, programme, which, odd));
    await turn.listen(POST_TALK, { programme: programmeId, which });
  }

  const postTalk: Talk = (turn, args, heard) =>
    withPerson(turn, async (personId) => {
      const [programmeId, which] = [String(args.programme), String(args.which)];
      const most = which === "other" ? LONGEST_POST : LONGEST_CLASS;
      const typed = heard.kind === "text" ? readText(heard.text, most) : null;
      if (typed === null) return await askPost(turn, personId, programmeId, which, true);
      const post = which === "other" ? typed : postWords(turn.t, "class-teacher", typed);
      await invite(turn, personId, programmeId, post, false);
    });

  return {
    talks: { [POST_TALK]: postTalk },
    taps: {
      "staff.invite-curator": tap(["programme"], (turn, id) =>
        withPerson(turn, async (personId) => {
          const made = await team.inviteCurator(personId, id);
          if (made.kind !== "link") return await refuse(turn);
          await turn.show(linkScreen(turn.t, { ...made, quiet: false }, linkOf(made.token)));
        }),
      ),
      "staff.invite": tap(["programme"], (turn, id) =>
        withPerson(turn, async (personId) =>
          shown(turn, await team.programme(personId, id), (programme) => postScreen(turn.t, programme)),
        ),
      ),
      "staff.post": tap(["programme", "key"], (turn, id, post) =>
        withPerson(turn, async (personId) => {
          if (post === "other" || post === "class-teacher") return await askPost(turn, personId, id, post);
          if (!POSTS.some((known) => known === post)) return await refuse(turn);
          await invite(turn, personId, id, postWords(turn.t, post), post === QUIET_POST);
        }),
      ),
    },
  };
}

export function createTeamChat(parts: TeamChatParts): Required<Pick<Chat, "taps" | "talks">> {
  const inviting = invitingTaps(parts);
  return {
    taps: { ...curatorTaps(parts.staff), ...helperTaps(parts.staff), ...inviting.taps },
    talks: inviting.talks,
  };
}
