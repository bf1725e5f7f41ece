/** The curator's buttons of lists: sending one, confirming it, slips, taking a list away. */
import type { ProgrammeId } from "#core/ids.ts";
import { LARGEST_FILE } from "#platform/files/content.ts";
import { readPastedTable, type TableRead } from "#platform/files/table.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import type { Heard, IncomingFile, Turn } from "#platform/telegram/turn.ts";
import { listedRoleSchema } from "./model.ts";
import { createPlacingChat, type PlacingChatParts } from "./placing.chat.ts";
import type { Done, Lists, Moved, Taken } from "./service.ts";
import { classAsk, madeScreen, sendScreen, type Unread, unchangedScreen, waitingScreen } from "./taking.view.ts";
import { listScreen, overviewScreen, refusedScreen, removeScreen } from "./view.ts";

export const FILE_TALK = "lists.file";
export const CLASS_TALK = "lists.class";

export type ListsChatParts = PlacingChatParts & {
  lists: Lists;
};

const person = (turn: Turn): string => turn.speaker.personId ?? "";

async function fetchFile(turn: Turn, file: IncomingFile): Promise<Uint8Array | "tooBig" | "lost"> {
  if (file.size > LARGEST_FILE) return "tooBig";
  try {
    return await turn.download(file);
  } catch {
    return "lost";
  }
}

async function refuse(turn: Turn): Promise<void> {
  turn.stopListening();
  await turn.show(refusedScreen(turn.t));
}

/** From the file to the confirmation. */
function createTakingChat({ lists }: ListsChatParts, open: (turn: Turn, id: ProgrammeId) => Promise<void>) {
  async function ask(turn: Turn, programmeId: ProgrammeId, why?: Unread): Promise<void> {
    const programme = await lists.mayEdit(person(turn), programmeId);
    if (!programme) return await refuse(turn);
    await turn.show(sendScreen(turn.words({ track: programme.track }), programme, why));
    await turn.listen(FILE_TALK, { programme: programmeId });
  }

  async function read(turn: Turn, heard: Heard): Promise<TableRead | "lost" | "not-file"> {
    if (heard.kind === "text") return readPastedTable(heard.text);
    if (heard.kind !== "file") return "not-file";
    const bytes = await fetchFile(turn, heard.file);
    if (bytes === "lost") return bytes;
    return bytes === "tooBig" ? { kind: "tooBig" } : await lists.readFile(bytes);
  }

  async function present(turn: Turn, programmeId: ProgrammeId, taken: Taken): Promise<void> {
    switch (taken.kind) {
      case "refused":
        return await refuse(turn);
      case "names":
      case "nothing":
        return await ask(turn, programmeId, taken.kind);
      case "unchanged":
        turn.stopListening();
        return void (await turn.show(unchangedScreen(turn.words({ track: taken.programme.track }), taken.programme)));
      default: {
        turn.stopListening();
        const t = turn.words({ track: taken.waiting.programme.track });
        const found = taken.kind === "changes" ? taken.found : undefined;
        await turn.show(waitingScreen(t, taken.waiting, taken.doubts, found));
      }
    }
  }

  async function take(turn: Turn, programmeId: ProgrammeId, heard: Heard): Promise<void> {
    if (!(await lists.mayEdit(person(turn), programmeId))) return await refuse(turn);
    const table = await read(turn, heard);
    if (typeof table === "string") return await ask(turn, programmeId, table);
    if (table.kind === "wrongType") return await ask(turn, programmeId, table.found);
    if (table.kind !== "table") return await ask(turn, programmeId, table.kind);
    await present(turn, programmeId, await lists.take(person(turn), programmeId, table.sheets));
  }

  async function moved(turn: Turn, outcome: Moved): Promise<void> {
    if (outcome.kind === "refused") return await refuse(turn);
    if (outcome.kind === "stale" && turn.tapped === null) return await refuse(turn);
    if (outcome.kind === "stale") return void turn.toast(turn.t.plain("common-stale"));
    turn.stopListening();
    const t = turn.words({ track: outcome.waiting.programme.track });
    await turn.show(waitingScreen(t, outcome.waiting));
  }

  async function done(turn: Turn, outcome: Done): Promise<void> {
    if (outcome.kind === "refused") return await refuse(turn);
    if (outcome.kind === "stale") return void turn.toast(turn.t.plain("common-stale"));
    turn.stopListening();
    await turn.show(madeScreen(turn.words({ track: outcome.programme.track }), outcome));
  }

  return {
    taps: {
      "lists.send": tap(["programme"], (turn, id) => ask(turn, id)),
      "lists.waiting": tap(["draft"], async (turn, id) => moved(turn, await lists.waiting(person(turn), id))),
      "lists.role": tap(["draft", "number", "key"], async (turn, id, rev, wanted) => {
        const role = listedRoleSchema.safeParse(wanted).data;
        await moved(turn, role ? await lists.setRole(person(turn), id, rev, role) : { kind: "refused" });
      }),
      "lists.class": tap(["draft", "number"], async (turn, id, rev) => {
        const found = await lists.waiting(person(turn), id);
        if (found.kind !== "waiting" || found.waiting.rev !== rev)
          return await moved(turn, found.kind === "waiting" ? { kind: "stale" } : found);
        await turn.show(classAsk(turn.t, found.waiting));
        await turn.listen(CLASS_TALK, { draft: id, rev });
      }),
      "lists.do": tap(["draft", "number"], async (turn, id, rev) =>
        done(turn, await lists.confirm(person(turn), id, rev)),
      ),
      "lists.drop": tap(["draft"], async (turn, id) => {
        const programme = await lists.discard(person(turn), id);
        if (programme) await open(turn, programme.id);
        else await refuse(turn);
      }),
    },
    talks: {
      [FILE_TALK]: (turn: Turn, { programme }: Record<string, string | number>, heard: Heard) =>
        take(turn, String(programme), heard),
      [CLASS_TALK]: async (turn: Turn, { draft, rev }: Record<string, string | number>, heard: Heard) => {
        const typed = heard.kind === "text" ? heard.text : "";
        await moved(turn, await lists.setClass(person(turn), String(draft), Number(rev), typed));
      },
    },
  };
}

export function listsChat(parts: ListsChatParts): Required<Pick<Chat, "taps" | "talks">> {
  const { lists } = parts;

  async function open(turn: Turn, programmeId: ProgrammeId): Promise<void> {
    const found = await lists.overview(person(turn), programmeId);
    if (!found) return await refuse(turn);
    turn.stopListening();
    await turn.show(overviewScreen(turn.words({ track: found.programme.track }), found));
  }

  async function showList(
    turn: Turn,
    found: Awaited<ReturnType<Lists["open"]>>,
    screen: typeof listScreen,
  ): Promise<void> {
    if (!found) return await refuse(turn);
    turn.stopListening();
    await turn.show(screen(turn.words({ track: found.programme.track }), found));
  }

  const taking = createTakingChat(parts, open);
  const placing = createPlacingChat(parts, open);

  return {
    taps: {
      ...taking.taps,
      ...placing.taps,
      "lists.open": tap(["programme"], open),
      "lists.show": tap(["list"], async (turn, id) => showList(turn, await lists.open(person(turn), id), listScreen)),
      "lists.remove": tap(["list"], async (turn, id) =>
        showList(turn, await lists.open(person(turn), id), removeScreen),
      ),
      "lists.slips": tap(["list"], async (turn, id) => {
        const found = await lists.orderSlips(person(turn), id);
        if (found?.kind === "ordered") turn.toast(turn.t.plain("lists-slips-toast"));
        else await showList(turn, found, listScreen);
      }),
      "lists.remove-yes": tap(["list"], async (turn, id) => {
        const found = await lists.remove(person(turn), id);
        if (!found) return await refuse(turn);
        turn.toast(turn.t.plain("lists-removed-toast", { count: found.gone }));
        await open(turn, found.programme.id);
      }),
      "lists.export": tap(["programme"], async (turn, id) => {
        if (await lists.orderExport(person(turn), id)) turn.toast(turn.t.plain("lists-export-toast"));
        else await refuse(turn);
      }),
    },
    talks: taking.talks,
  };
}
