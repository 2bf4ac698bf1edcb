// What somebody should know, in the colours of IEC 60601-1-8 and always with the word.

import { draw, el } from "./dom.js";
import { hintNames, priorities } from "./words.js";

const shownNotices = 30;

/** Shows what does not look right of the procedure, and the last notices, newest first. */
export function drawNotices(root, state, procedure) {
  const notices = state.notices.slice(0, shownNotices);
  const hints = procedure ? [...procedure.hints.values()] : [];
  draw(root, [hints, notices, state.notices.length], () => [
    hints.length ? el("h2", {}, "Hints ", el("span", { class: "count" }, String(hints.length)))
      : null,
    hints.length ? el("ul", { class: "notices" }, hints.map((hint) =>
      el("li", { class: "notice hint" },
        el("b", {}, hintNames[hint.kind] ?? hint.kind),
        el("time", {}, new Date(hint.at).toLocaleTimeString("en-GB")),
        el("span", {}, hint.text)))) : null,
    el("h2", {}, "Notices ", el("span", { class: "count" }, String(state.notices.length))),
    notices.length === 0 ? el("p", { class: "empty" }, "None.") : null,
    el("ul", { class: "notices" }, notices.map((notice) =>
      el("li", { class: `notice ${notice.priority}` },
        el("b", {}, priorities[notice.priority] ?? notice.priority),
        el("time", {}, new Date(notice.at).toLocaleTimeString("en-GB")),
        el("span", {}, notice.text)))),
  ]);
}

/** Shows the station's answer to a mark, when it was refused, until the next one. */
export function showAnswer(text, isRefusal) {
  document.querySelector(".answer")?.remove();
  if (!isRefusal) return;
  const place = document.querySelector("dialog[open]") ?? document.body;
  place.append(el("p", {
    class: "answer", role: "alert", onclick: (event) => event.currentTarget.remove(),
  }, el("b", {}, "Not taken. "), text));
}
