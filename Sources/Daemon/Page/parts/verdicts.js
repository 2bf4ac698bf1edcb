// Injections by veins: what each says, as mark and ratio; a click tells why.

import { droppedOf, hasBegun, hintsAt, siteName } from "../state/procedure.js";
import { ratioText } from "../words/numbers.js";
import { w } from "../words/words.js";
import { el } from "./dom.js";
import { veinMark } from "./icons.js";
import { showVerdict } from "./later.js";

/** The table; the injection number `current` stands out. */
export function verdictTable(procedure, current) {
  const { plan, injections } = procedure.news;
  const dropped = droppedOf(plan);
  return el("table", { class: "verdicts" },
    el("thead", {}, el("tr", {},
      el("th", { scope: "col" }, el("span", { class: "unseen" }, w.room.inject)),
      plan.veins.map((vein, index) => el("th", {
        scope: "col", title: vein.name, class: dropped.veins.includes(vein.id) ? "is-dropped" : "",
      }, veinMark(index), vein.id)))),
    el("tbody", {}, injections.map((one) => el("tr", {
      class: one.number === current ? "is-current" : one.dropped ? "is-dropped" : "",
    },
    el("th", { scope: "row", title: siteName(plan, one.site) }, el("b", {}, one.site),
      el("small", {}, one.zero ? one.number : hasBegun(procedure, one) ? w.room.notMarked
        : one.dropped ? w.verdict.dropped
          : one.withdrawn ? w.verdict.withdrawn : w.room.planned)),
    plan.veins.map((vein) => el("td", {}, tile(procedure, one, vein)))))));
}

const wasSaid = ["step-up", "no-step-up", "undecided"];

// What was said of an injection that was taken back stays in sight, and does not count.
function withdrawn(procedure, verdict) {
  const { mark } = w.verdicts[verdict.previous.state];
  return el("button", {
    class: "tile withdrawn", "data-key": `verdict ${verdict.injection}/${verdict.vein}`,
    onclick: () => showVerdict(procedure, verdict),
  }, el("s", {}, `${mark} ${ratioText(verdict.previous.ratio)}`), el("span", {}, w.verdict.withdrawn));
}

function tile(procedure, injection, vein) {
  const verdict = procedure.verdicts.get(`${injection.number}/${vein.id}`);
  const isBegun = hasBegun(procedure, injection);
  if (!isBegun && injection.withdrawn && wasSaid.includes(verdict?.previous?.state)) {
    return withdrawn(procedure, verdict);
  }
  if (!verdict || !isBegun) {
    return el("span", { class: "tile none", "aria-hidden": "true" }, "·");
  }
  const { mark, word } = w.verdicts[verdict.state];
  const ratio = verdict.state === "awaiting-baseline" ? "" : ratioText(verdict.ratio);
  const hints = hintsAt(procedure, { injection: injection.number, vein: vein.id });
  const more = [
    verdict.near && w.verdict.near, verdict.mixed && w.verdict.mixed,
    verdict.withdrawn && w.verdict.withdrawn,
    !verdict.final && verdict.state === "step-up" && w.verdict.soFar,
    ...new Set(hints.map((hint) => w.hints[hint.kind] ?? hint.kind)),
  ].filter(Boolean);
  return el("button", {
    class: `tile ${verdict.state}${verdict.final ? "" : " is-provisional"}`,
    "data-key": `verdict ${injection.number}/${vein.id}`,
    onclick: () => showVerdict(procedure, verdict),
  }, el("b", {}, mark, ratio ? ` ${ratio}` : ""), el("span", {}, word),
  more.length ? el("em", {}, more.join(", ")) : null);
}
