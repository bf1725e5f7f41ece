import { press, type Screen, type T } from "#core/screen.ts";
import type { CodesAsked, Programme } from "./model.ts";

/** Said before: what switching to codes does, and that it cannot be taken back. */
export const codesScreen = (t: T, { programme, here, elsewhere }: CodesAsked): Screen => ({
  text: [
    t("programmes-codes-ask", { title: programme.title, count: here }),
    ...(elsewhere > 0 ? [t("programmes-codes-elsewhere", { count: elsewhere })] : []),
    ...(here > 0 ? [t("programmes-codes-key")] : []),
  ].join("\n\n"),
  rows: [
    [
      {
        label: t.plain("programmes-codes-yes"),
        press: press("programmes.codes", programme.id, programme.rev),
        style: "danger",
      },
    ],
    [{ label: t.plain("common-back"), press: press("programmes.setting", programme.id, "naming") }],
  ],
});

export const codesDone = (t: T, { id }: Programme, erased: number): Screen => ({
  text: t("programmes-codes-done", { count: erased }),
  rows: [[{ label: t.plain("programmes-settings-back"), press: press("programmes.settings", id) }]],
});
