// The hormonal map: what the verdicts say of each segment and region, by colour, number and mark.

import { showRegion } from "./details.js";
import { draw, el, svg } from "./dom.js";
import { askForTree } from "./tree.js";
import { labels, outlines, paths, scenery, veins, viewBox } from "./anatomy.js";
import { regionNames, regions as regionWords } from "./words.js";

/** Shows liver and pancreas, the reading under them, and the legend. */
export function drawMap(root, procedure) {
  const map = procedure?.map;
  const open = procedure && [...procedure.verdicts.values()]
    .filter((verdict) => !verdict.final).map((verdict) => verdict.injection);
  draw(root, [map, open, procedure?.news.plan.veins], () => [
    reading(map),
    picture(map, new Set(open), procedure),
    el("p", { class: "why", "aria-live": "polite" }, map?.tree.text ?? ""),
    el("div", { class: "under" }, legend(), map ? el("button", {
      class: "quiet", "data-key": "tree", onclick: () => askForTree(procedure),
    }, "Arteries and veins …") : null),
  ]);
}

// A region that is pointed at or reached by the keyboard says why it is drawn as it is.
function explain(node, text) {
  const why = node.closest("section")?.querySelector(".why");
  if (why) why.textContent = text;
}

function reading(map) {
  const text = map?.reading.text ?? "No procedure has been read yet.";
  return el("p", { class: `reading ${map?.reading.kind ?? ""}`, role: "status" }, text);
}

function picture(map, open, procedure) {
  const known = new Map((map?.regions ?? []).map((region) => [region.region, region]));
  const sampled = new Set(procedure?.news.plan.veins.map((vein) => vein.id));
  const shapes = Object.keys(paths).map((id) => shape(id, known.get(id), open));
  const texts = Object.keys(paths).map((id) => label(id, known.get(id), open));
  return svg("svg", {
    viewBox, class: "anatomy", role: "group", "aria-label": "Liver and pancreas, from the front",
  }, definitions(), scenery(), svg("g", {}, shapes), outlines(), veins(sampled),
  svg("g", { class: "labels" }, texts));
}

// A region whose open verdicts can still change is pending; else what is open stays open.
function stateOf(region, open) {
  if (!region) return "not-examined";
  const isPending = region.supporting.some((injection) => open.has(injection));
  return region.state === "undecided" && isPending ? "pending" : region.state;
}

function shape(id, region, open) {
  const state = stateOf(region, open);
  const words = regionWords[state];
  const tell = () => region && explain(node, `${regionNames[id]}: ${region.reason}`);
  const node = svg("path", {
    d: paths[id], class: `region ${state}`, tabindex: region ? 0 : null,
    role: region ? "button" : null, "data-key": `region ${id}`,
    "aria-label": `${regionNames[id]}: ${words.word} ${ratio(region)}`,
    onclick: () => region && showRegion(region, words), onfocus: tell, onpointerenter: tell,
    onkeydown: (event) => {
      if (region && (event.key === "Enter" || event.key === " ")) showRegion(region, words);
    },
  });
  if (state === "producing") node.style.fill = heat(region.strongest?.ratio);
  return node;
}

function label(id, region, open) {
  const state = stateOf(region, open);
  const { x, y, size = 21 } = labels[id];
  const mark = state === "producing" ? `▲ ${ratio(region)}` : regionWords[state].mark;
  const isLight = state === "producing" && (region.strongest?.ratio ?? 9) > 2.6;
  const group = svg("g", { class: `label ${state}${isLight ? " on-light" : ""}` },
    svg("text", { x, y, "font-size": size, class: "name" }, regionNames[id]));
  if (mark) {
    group.append(svg("text", { x, y: y + size * 0.98, "font-size": size * 0.9, class: "mark" },
      mark));
  }
  return group;
}

const ratio = (region) => (region?.strongest ? `×${region.strongest.ratio.toFixed(1)}` : "");

// Cividis (Nuñez, Anderton, Renslow 2018), sampled from its middle up: ×2 to ×8, by logarithm.
const cividis = [
  [124, 123, 120], [149, 143, 120], [175, 165, 113], [203, 187, 100], [229, 209, 81],
  [253, 231, 55],
];

function heat(ratio = 2) {
  const share = Math.log2(Math.max(2, Math.min(8, ratio)) / 2) / 2;
  const place = share * (cividis.length - 1);
  const low = Math.min(cividis.length - 2, Math.floor(place));
  const mix = cividis[low].map((value, index) =>
    Math.round(value + (cividis[low + 1][index] - value) * (place - low)));
  return `rgb(${mix.join(" ")})`;
}

function definitions() {
  const hatch = (id, ...content) => svg("pattern", {
    id, width: 12, height: 12, patternUnits: "userSpaceOnUse",
    patternTransform: id === "undecided" ? "rotate(45)" : null,
  }, svg("rect", { width: 12, height: 12, class: `ground ${id}` }), ...content);
  return svg("defs", {},
    hatch("undecided", svg("rect", { width: 5, height: 12, class: "ink" })),
    hatch("pending", svg("circle", { cx: 3, cy: 3, r: 1.6, class: "ink" }),
      svg("circle", { cx: 9, cy: 9, r: 1.6, class: "ink" })),
    svg("radialGradient", { id: "light", cx: "34%", cy: "16%", r: "85%" },
      svg("stop", { offset: "0", class: "light-in" }),
      svg("stop", { offset: "1", class: "light-out" })));
}

function legend() {
  const key = (state, text) => el("li", {},
    svg("svg", { viewBox: "0 0 28 18", class: "swatch" }, swatch(state)), text);
  return el("ul", { class: "legend" },
    key("producing", "▲ × peak ratio, 2 to 8"), key("not-producing", "– no step-up"),
    key("pending", "… pending"), key("undecided", "? undecided"),
    key("not-examined", "not examined"));
}

function swatch(state) {
  const box = { width: 27, height: 17, x: 0.5, y: 0.5, rx: 3, class: `region ${state}` };
  if (state !== "producing") return svg("rect", box);
  return [2, 2.8, 4, 8].map((value, index) => {
    const part = svg("rect", { x: index * 7, y: 0, width: 7.2, height: 18 });
    part.style.fill = heat(value);
    return part;
  });
}
