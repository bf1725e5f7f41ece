/** The page's start: words, theme, then whatever the server tells. */
import { drawPerson, drawWorld, show } from "./board.js";
import { byId, h } from "./dom.js";
import { openAddress, showWith } from "./open.js";
import { loadTexts, t } from "./texts.js";
import { drawClock, drawToolbar, restoreTheme } from "./toolbar.js";
import { connect, onHappening } from "./world.js";

restoreTheme();
await loadTexts();
showWith(show);

const lost = byId("lost");
lost.textContent = t("connecting");
document.body.prepend(h("a", { class: "skip", href: "#board" }, t("skip")));

let greeted = false;

onHappening((happening) => {
  lost.hidden = happening.kind !== "lost";
  if (happening.kind === "world") {
    drawToolbar();
    drawWorld();
    if (!greeted) openAddress();
    greeted = true;
  } else if (happening.kind === "chat") drawPerson(happening.person.id, happening.messages);
  else if (happening.kind === "clock") drawClock();
});

connect();
