// Everything that was told, and what does not look right.

import { clockTime } from "../state/clock.js";
import { said } from "../words/said.js";
import { w } from "../words/words.js";
import { open } from "./dialog.js";
import { el } from "./dom.js";
import { isAcknowledged, look, sign, stands } from "./notices.js";

/** Everything that was told, newest first, and what does not look right. */
export function showNotices() {
  open(w.notices.title, () => {
    const { state, procedure } = look();
    const hints = [...procedure?.hints.values() ?? []];
    return [
      hints.length ? el("h3", {}, `${w.notices.hints} ${hints.length}`) : null,
      el("ul", { class: "notices" }, hints.map((hint) => item("hint",
        w.hints[hint.kind] ?? hint.kind, hint))),
      el("h3", {}, `${w.notices.title} ${state.notices.length}`),
      state.notices.length ? null : el("p", { class: "empty" }, w.notices.none),
      el("ul", { class: "notices" }, state.notices.map((one) =>
        item(one.priority, w.priorities[one.priority] ?? one.priority, one,
          [seen(state, one), stands(state, one) && w.notices.standing].filter(Boolean).join(", ")))),
    ];
  });
}

function seen(state, notice) {
  const by = state.acknowledged.get(notice.id);
  if (by) return w.notices.by(by.by, clockTime(Date.parse(by.at)));
  return isAcknowledged(state, notice) && w.notices.acknowledged;
}

function item(kind, word, news, more = "") {
  return el("li", { class: `notice ${kind}` }, sign(kind), el("b", {}, word),
    el("time", {}, clockTime(Date.parse(news.at))), more ? el("em", {}, more) : null,
    kind === "hint" ? said("hint", news.text, news) : said("notice", news.text, news));
}
