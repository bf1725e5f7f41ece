/** The curator's first screen and the roadmap file: kept for later, not read yet, and said so. */
import type { SchoolId } from "#core/ids.ts";
import { LARGEST_FILE } from "#platform/files/content.ts";
import { type Chat, tap } from "#platform/telegram/chat.ts";
import type { Heard, IncomingFile, Turn } from "#platform/telegram/turn.ts";
import type { Programmes } from "./service.ts";
import { firstScreen, refusedScreen, roadmapAsk, roadmapKept } from "./view.ts";

export const ROADMAP_TALK = "programmes.roadmap";

async function fetchFile(turn: Turn, file: IncomingFile): Promise<Uint8Array | "big" | "lost"> {
  if (file.size > LARGEST_FILE) return "big";
  try {
    return await turn.download(file);
  } catch {
    return "lost";
  }
}

export function createRoadmapChat(programmes: Programmes): Required<Pick<Chat, "taps" | "talks">> {
  /** The school, when the person may create programmes in it. */
  const schoolFor = async (turn: Turn, schoolId: SchoolId) => {
    const seen = turn.speaker.personId ? await programmes.seeSchool(turn.speaker.personId, schoolId) : null;
    if (!seen) {
      turn.stopListening();
      await turn.show(refusedScreen(turn.t));
    }
    return seen?.school ?? null;
  };

  async function ask(turn: Turn, schoolId: SchoolId, note?: "not-file" | "big" | "lost"): Promise<void> {
    const school = await schoolFor(turn, schoolId);
    if (!school) return;
    await turn.show(roadmapAsk(turn.t, school, note));
    await turn.listen(ROADMAP_TALK, { school: schoolId });
  }

  async function take(turn: Turn, schoolId: SchoolId, heard: Heard): Promise<void> {
    if (heard.kind !== "file") return await ask(turn, schoolId, "not-file");
    const { personId } = turn.speaker;
    if (!(await schoolFor(turn, schoolId)) || !personId) return;
    const { name, mime } = heard.file;
    const bytes = await fetchFile(turn, heard.file);
    if (typeof bytes === "string") return await ask(turn, schoolId, bytes);
    const kept = await programmes.keepRoadmap(personId, schoolId, { bytes, name, mime });
    if (kept.kind === "tooBig") return await ask(turn, schoolId, "big");
    if (kept.kind === "empty") return await ask(turn, schoolId, "not-file");
    // Several files sent at once come as several messages: those that follow are kept, too.
    if (heard.albumId === null || kept.kind === "refused") turn.stopListening();
    if (kept.kind === "refused") await turn.show(refusedScreen(turn.t));
    else await turn.show(roadmapKept(turn.t, { draftId: kept.draftId, name, again: kept.kind === "again" }));
  }

  return {
    taps: {
      "programmes.first": tap(["school"], async (turn, id) => {
        const school = await schoolFor(turn, id);
        if (!school) return;
        await turn.show(firstScreen(turn.t, school));
        await turn.listen(ROADMAP_TALK, { school: id });
      }),
      "programmes.roadmap": tap(["school"], (turn, id) => ask(turn, id)),
    },
    talks: { [ROADMAP_TALK]: (turn, { school }, heard) => take(turn, String(school), heard) },
  };
}
