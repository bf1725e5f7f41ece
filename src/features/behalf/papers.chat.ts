/** Papers: printed for those who need them, and taken back as a table. */
import { refusedScreen } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/index.ts";
import { type Chat, type Talk, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { SIDES } from "./model.ts";
import type { Papers } from "./papers.service.ts";
import { papersScreen } from "./papers.view.ts";
import type { Tables } from "./table.service.ts";
import { appliedScreen, droppedScreen, previewScreen, tableAsk } from "./table.view.ts";

export type PapersChatParts = { papers: Papers; tables: Tables };

const TABLE_TALK = "behalf.table";
/** Telegram gives a bot no larger file. */
const LARGEST = 20 * 1024 * 1024;

const person = (turn: Turn): string => turn.speaker.personId ?? "";

export function createPapersChat({ papers, tables }: PapersChatParts): Required<Pick<Chat, "taps" | "talks">> {
  async function refuse(turn: Turn): Promise<void> {
    turn.stopListening();
    await turn.show(refusedScreen(turn.t));
  }
  const wordsFor = (turn: Turn, { track }: Programme) => turn.words({ track, address: "vy" });

  async function ask(turn: Turn, programme: Programme, why: string | null = null): Promise<void> {
    await turn.show(tableAsk(wordsFor(turn, programme), programme, why));
    await turn.listen(TABLE_TALK, { programme: programme.id });
  }

  const tableTalk: Talk = async (turn, args, heard) => {
    const id = String(args.programme);
    const programme = await tables.programmeFor(person(turn), id);
    if (!programme) return await refuse(turn);
    if (heard.kind !== "file") return await ask(turn, programme, "not-file");
    const { file } = heard;
    if (file.size > LARGEST) return await ask(turn, programme, "tooBig");
    const bytes = await turn.download(file);
    const received = await tables.receive(person(turn), id, { bytes, name: file.name, mime: file.mime });
    if (received.kind === "refused") return await refuse(turn);
    if (received.kind === "unreadable") return await ask(turn, programme, received.why);
    turn.stopListening();
    await turn.show(previewScreen(wordsFor(turn, programme), received.draftId, received.preview));
  };

  return {
    talks: { [TABLE_TALK]: tableTalk },
    taps: {
      "behalf.papers": tap(["programme"], async (turn, id) => {
        const programme = await papers.programmeFor(person(turn), id);
        if (!programme) return await refuse(turn);
        turn.stopListening();
        await turn.show(papersScreen(wordsFor(turn, programme), programme));
      }),
      "behalf.print": tap(["programme", "key"], async (turn, id, key) => {
        const side = SIDES.find((one) => one === key);
        const ordered = side ? await papers.order(person(turn), id, side) : false;
        if (!ordered) return await refuse(turn);
        turn.toast(turn.t.plain("behalf-papers-toast"));
      }),
      "behalf.table": tap(["programme"], async (turn, id) => {
        const programme = await tables.programmeFor(person(turn), id);
        await (programme ? ask(turn, programme) : refuse(turn));
      }),
      "behalf.apply": tap(["draft"], async (turn, draftId) => {
        const applied = await tables.apply(person(turn), draftId);
        turn.stopListening();
        if (applied.kind === "refused") return await refuse(turn);
        if (applied.kind === "gone") return void (await turn.show(droppedScreen(turn.t, true)));
        await turn.show(appliedScreen(wordsFor(turn, applied.programme), applied));
      }),
      "behalf.drop": tap(["draft"], async (turn, draftId) => {
        const dropped = await tables.drop(person(turn), draftId);
        turn.stopListening();
        await turn.show(droppedScreen(turn.t, !dropped));
      }),
    },
  };
}
