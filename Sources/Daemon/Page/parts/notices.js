// Notices in the grammar of IEC 60601-1-8: colour, mark and word; acknowledged is not over.

import { acknowledgeNotice } from "../acting/marks.js";
import { choose } from "../state/screen.js";
import { said } from "../words/said.js";
import { w } from "../words/words.js";
import { el } from "./dom.js";
import { showNotices } from "./later.js";

const ranks = { high: 3, medium: 2, low: 1, information: 0 };
// What cannot be stored has no number: it is acknowledged on this screen alone.
const seenHere = new Set();

/** How to see the present state. */
export let look = () => ({ state: null, procedure: null });
/** Whom to ask for it. */
export function noticesFrom(see) { look = see; }

const keyOf = (notice) => `${notice.at} ${notice.code}`;
/** True when somebody has seen it, at any screen. */
export const isAcknowledged = (state, notice) =>
  state.acknowledged.has(notice.id) || seenHere.has(keyOf(notice));

/** Whether what a notice told is still so; undefined where that cannot be seen. */
export function stands(state, notice) {
  if (notice.code === "line-lost") return state.lines.get(notice.line)?.state === "lost";
  if (notice.code === "held") return state.held.has(notice.specimen);
  return undefined;
}

/** What calls for a person: not acknowledged, or acknowledged and still so; the worst first. */
function calling(state) {
  return state.notices.filter((one) => ranks[one.priority] > 0
    && (isAcknowledged(state, one) ? stands(state, one) === true : stands(state, one) !== false))
    .sort((a, b) => isAcknowledged(state, a) - isAcknowledged(state, b)
      || ranks[b.priority] - ranks[a.priority] || Date.parse(b.at) - Date.parse(a.at));
}

/** How many notices and hints there are to look at. */
export const count = (state, procedure) =>
  calling(state).filter((one) => !isAcknowledged(state, one)).length + (procedure?.hints.size ?? 0);

/** The worst of what calls, in one line. */
export function bar(state) {
  const all = calling(state);
  const [notice] = all;
  if (!notice) return null;
  const isQuiet = isAcknowledged(state, notice);
  return el("div", {
    class: `notice-bar ${notice.priority}${isQuiet ? " is-acknowledged" : ""}`, role: "group",
    "aria-label": w.notices.title,
  },
  sign(notice.priority), el("b", {}, w.priorities[notice.priority]),
  el("span", { class: "text" }, said("notice", notice.text, notice)),
  isQuiet ? el("em", {}, `${w.notices.acknowledged}, ${w.notices.standing}`) : null,
  all.length > 1 ? el("button", { class: "quiet", "data-key": "more", onclick: showNotices },
    w.notices.more(all.length - 1)) : null,
  isQuiet ? null : el("button", { "data-key": "acknowledge", onclick: acknowledge },
    w.notices.acknowledge));
}

/** Acknowledges the worst notice that calls: it stays in sight for as long as it is so. */
export function acknowledge() {
  const { state } = look();
  const notice = calling(state).find((one) => !isAcknowledged(state, one));
  if (!notice) return;
  if (notice.id) {
    acknowledgeNotice(notice.id);
  } else {
    seenHere.add(keyOf(notice));
    choose({});
  }
}

const signs = { high: "!!!", medium: "!!", low: "!", information: "i", hint: "?" };
/** The sign of a priority. */
export const sign = (kind) => el("i", { class: `sign ${kind}`, "aria-hidden": "true" }, signs[kind] ?? "i");
