/** The page «Коды и имена»: works from a file, without a network; names stay in this browser. */
import { z } from "zod";
import { button, make } from "./dom.ts";
import { giveSection } from "./give.ts";
import { joinSection } from "./join.ts";
import { type Language, voices } from "./words.ts";

function show(language: Language): void {
  const t = voices[language];
  const other: Language = language === "ru" ? "en" : "ru";
  document.documentElement.lang = language;
  document.title = t("codes-title");
  document.getElementById("page")?.replaceChildren(
    make(
      "header",
      { class: "hidden-on-paper" },
      make("h1", {}, t("codes-title")),
      button(voices[other]("codes-language"), () => show(other)),
    ),
    make("p", { class: "quiet hidden-on-paper" }, t("codes-promise")),
    giveSection(t),
    joinSection(t),
  );
}

// The policy of the page forbids code made at run time, which the checker of the key would otherwise try.
z.config({ jitless: true });
show(navigator.language.startsWith("ru") ? "ru" : "en");
