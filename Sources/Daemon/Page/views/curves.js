// Curves: one small chart an injection, all on the same scales of time.

import { chart } from "../drawing/chart.js";
import { showTube, showVerdict } from "../parts/details.js";
import { el } from "../parts/dom.js";
import { veinMark } from "../parts/icons.js";
import { placeKey } from "../state/fold.js";
import { attended, drawsOf, hasBegun, hintsAt, resultsAt, siteName } from "../state/procedure.js";
import { ratioText, seconds } from "../words/numbers.js";
import { w } from "../words/words.js";

/** The style sheets of what it draws. */
export const sheets = ["chart"];

/** Shows a chart and a table of values for each injection. */
export function show({ procedure }) {
  if (!procedure) return el("p", { class: "empty" }, w.curves.none);
  const { plan, injections } = procedure.news;
  const current = attended(procedure)?.number;
  return [
    el("header", { class: "about" },
      el("h1", {}, w.curves.title), el("p", {}, w.curves.ratio),
      el("ul", { class: "veins" }, plan.veins.map((vein, index) =>
        el("li", { class: `vein-${index % 4}` }, veinMark(index), vein.id,
          el("small", {}, ` ${vein.name}`))))),
    el("div", { class: "charts" }, injections.filter((one) => !one.dropped).map((one) =>
      el("section", {
        "data-key": `chart ${one.number}`, class: one.number === current ? "is-current" : "",
        "aria-label": `${one.number} ${one.site}`,
      },
      el("h2", {}, el("b", {}, one.site), ` ${one.number} · ${siteName(plan, one.site)}`),
      el("div", { class: "readings" }, plan.veins.map((vein, index) =>
        reading(procedure, one, vein, index))),
      chart(procedure, one),
      hasBegun(procedure, one) ? el("details", {}, el("summary", {}, w.curves.table),
        values(procedure, one)) : null))),
  ];
}

function reading(procedure, injection, vein, index) {
  const verdict = procedure.verdicts.get(`${injection.number}/${vein.id}`);
  if (!verdict || !hasBegun(procedure, injection)) return null;
  const { mark, word } = w.verdicts[verdict.state];
  return el("button", {
    class: `reading-chip ${verdict.state} vein-${index % 4}`, "data-key": `reading ${vein.id}`,
    "aria-label": `${vein.id}: ${word} ${ratioText(verdict.ratio)}`,
    onclick: () => showVerdict(procedure, verdict),
  }, veinMark(index), el("b", {}, `${mark} ${ratioText(verdict.ratio)}`));
}

// The numbers behind the lines; superseded ones struck through, bounds as they were sent.
function values(procedure, injection) {
  const draws = drawsOf(procedure.news.plan);
  return el("table", { class: "values" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, el("span", { class: "unseen" },
      w.table.vein)), draws.map((second) => el("th", { scope: "col" }, seconds(second))))),
    el("tbody", {}, procedure.news.plan.veins.map((vein, index) =>
      el("tr", { class: `vein-${index % 4}` },
        el("th", { scope: "row" }, veinMark(index), vein.id),
        draws.map((second) =>
          value(procedure, { injection: injection.number, vein: vein.id, second }))))));
}

function value(procedure, place) {
  const tube = procedure.tubes.get(placeKey(place));
  const results = resultsAt(procedure, place);
  const isVoid = tube?.state === "void";
  const { mark, word } = w.tubes[tube?.state ?? "expected"];
  return el("td", { class: hintsAt(procedure, place).length ? "is-hinted" : "" },
    el("button", {
      class: "quiet", "data-key": placeKey(place), onclick: () => showTube(procedure, place),
      "aria-label": `${place.vein} ${seconds(place.second)} s: ${word} ${
        results.map((one) => one.text).join(", ")}`,
    }, results.length === 0 || isVoid ? mark : null,
    results.map((one) => el(one.current && !isVoid ? "span" : "s", {}, one.text))));
}
