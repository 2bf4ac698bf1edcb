// Procedures: those of now and those of the journal; open, show, replay, take along.

import { ask } from "../acting/marks.js";
import { askToOpen } from "../parts/asking.js";
import { el } from "../parts/dom.js";
import { w } from "../words/words.js";
import { redraw } from "./way.js";

let past = null;
let askedAt = -1;

/** Shows every procedure, newest first. */
export function show({ state }) {
  const now = [...state.procedures.values()].filter((one) => one.news);
  if (askedAt !== now.length) {
    askedAt = now.length;
    askForPast();
  }
  const rows = merged(now);
  return [
    el("header", { class: "heading" }, el("h1", {}, w.procedures.title),
      el("button", { class: "primary large", "data-key": "open", onclick: askToOpen },
        w.procedures.open)),
    rows.length ? el("ul", { class: "all-procedures" }, rows.map(row))
      : el("p", { class: "empty" }, past === null ? w.procedures.loading : w.procedures.none),
    past === false ? el("p", { class: "hint" }, w.procedures.unknown) : null,
  ];
}

async function askForPast() {
  past = await ask("/api/archive") ?? false;
  redraw();
}

// What the stream tells of is as it stands now; the rest is as the journal has it.
function merged(now) {
  const rows = new Map((past || []).map((one) => [one.procedure, { ...one, isPast: true }]));
  for (const { id, news } of now) {
    rows.set(id, {
      procedure: id, title: news.plan.title, pseudonym: news.plan.pseudonym, opened: news.opened,
      closed: news.state === "closed", isNow: true, isPast: rows.has(id),
      injections: [news.injections.filter((one) => one.zero).length, news.injections.length],
    });
  }
  return [...rows.values()].sort((a, b) => Date.parse(b.opened) - Date.parse(a.opened));
}

function row(one) {
  const id = encodeURIComponent(one.procedure);
  return el("li", { "data-key": one.procedure, class: one.closed ? "panel" : "panel is-open" },
    el("div", { class: "which" }, el("b", {}, one.pseudonym), el("span", {}, one.title),
      el("small", {}, one.procedure)),
    el("div", {}, el("span", {}, new Date(one.opened).toLocaleString("en-GB")),
      el("span", { class: "standing" }, one.closed ? w.procedures.closed : `● ${w.procedures.opens}`),
      one.injections ? el("small", {}, w.procedures.injections(...one.injections)) : null),
    el("div", { class: "ways" },
      one.isNow ? el("a", { class: "button", href: `/room?procedure=${id}` }, w.procedures.show)
        : null,
      one.isPast ? [
        el("a", { class: "button", href: `/room?replay=${id}` }, w.procedures.replay),
        el("a", { class: "button", href: `/report?replay=${id}&at=end` }, w.views.report),
        el("a", {
          class: "button", href: `/api/procedures/${id}/recording`,
          download: `${one.procedure}.ndjson`,
        }, w.procedures.record),
        el("a", {
          class: "button", href: `/api/procedures/${id}/table.csv`,
          download: `${one.procedure}.csv`,
        }, w.procedures.table),
      ] : null));
}
