// The hormonal map at full size: each region by scale, number, mark and pattern, and why.

import { anatomy, legend, openInjections, regionWords, shownState } from "../drawing/anatomy.js";
import { el } from "../parts/dom.js";
import { askForTree } from "../parts/tree.js";
import { verdictTable } from "../parts/verdicts.js";
import { attended } from "../state/procedure.js";
import { ratioText, tenths } from "../words/numbers.js";
import { phrase, reading, said } from "../words/said.js";
import { w } from "../words/words.js";
import { redraw } from "./way.js";

/** The style sheets of what it draws. */
export const sheets = ["anatomy"];

let chosen = null;

/** Shows the map, its reading, and the evidence of the region that is chosen. */
export function show({ procedure }) {
  const map = procedure?.map;
  const injection = procedure && attended(procedure);
  const region = map?.regions.find((one) => one.region === chosen) ?? strongest(map);
  return [
    el("h1", { class: "unseen" }, w.map.title),
    el("section", { class: "picture", "aria-label": w.map.title },
      anatomy(procedure, {
        chosen: region?.region ?? null, pick,
        injected: procedure?.news.state === "open" && injection?.zero ? injection.site : null,
      }),
      el("span", { class: "side right", "aria-hidden": "true" }, w.map.right),
      el("span", { class: "side left", "aria-hidden": "true" }, w.map.left),
      legend()),
    el("section", { class: "explained" },
      el("p", { class: `reading ${map?.reading.kind ?? ""}`, role: "status" },
        map ? reading(map.reading, procedure.verdicts) : w.map.none),
      region ? evidence(procedure, region) : el("p", { class: "hint" }, w.map.pick),
      procedure ? [el("h2", {}, w.room.verdicts), verdictTable(procedure, injection?.number)] : null,
      map ? el("p", { class: "hint", lang: "en" }, map.tree.text) : null,
      el("p", { class: "hint" }, w.map.basis),
      map ? el("button", { "data-key": "tree", onclick: () => askForTree(procedure) },
        w.map.tree) : null),
  ];
}

// Nothing chosen: what is strongest explains itself.
function strongest(map) {
  return map?.regions.filter((one) => one.state === "producing")
    .sort((a, b) => (b.strongest?.ratio ?? 0) - (a.strongest?.ratio ?? 0))[0];
}

function pick(region) {
  if (chosen === region) return;
  chosen = region;
  redraw();
}

function evidence(procedure, region) {
  const state = shownState(region, openInjections(procedure));
  return el("div", { class: "evidence", "aria-live": "polite" },
    el("h2", {}, regionWords(region.region, region, state)),
    el("p", {}, said("region", region.reason, region)),
    region.evidence.length ? el("table", {}, el("tbody", {}, region.evidence.map((one) =>
      el("tr", { class: one.says },
        el("th", { scope: "row" }, `${one.injection} · ${one.site} → ${one.vein}`),
        el("td", {}, one.ratio === null ? "" : [
          ratioText({ low: one.ratio, high: one.ratio }), " ", w.detail.at(tenths(one.second)),
        ]),
        el("td", {}, `${w.voices[one.says].mark} ${w.voices[one.says].word}`),
        el("td", { class: "why" }, phrase(one.why)))))) : null);
}
