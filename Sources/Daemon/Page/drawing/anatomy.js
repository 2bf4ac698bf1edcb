// The picture of liver and pancreas: regions in the colours of the map, vessels over them.

import { el, svg } from "../parts/dom.js";
import { w } from "../words/words.js";
import { arteries, arteryOf } from "./arteries.js";
import { heat } from "./heat.js";
import { fissure, liver, segments, veins } from "./liver.js";
import { pancreas, scenery } from "./pancreas.js";

const outlines = { ...segments, ...pancreas };

// Where each region's name stands, and how large; its mark stands below.
const labels = {
  S1: [520, 262, 19], S2: [664, 128, 24], S3: [716, 226, 30], S4: [520, 380, 30],
  S5: [284, 430, 32], S6: [112, 420, 32], S7: [150, 206, 32], S8: [346, 214, 32],
  "upper-head": [392, 652, 19], "lower-head": [386, 730, 19], uncinate: [492, 772, 16],
  body: [594, 634, 20], tail: [806, 606, 20],
};

/** A region's state as it is shown: what is open and can still change is pending. */
export function shownState(region, open) {
  if (!region) return "not-examined";
  const isPending = region.supporting.some((injection) => open.has(injection));
  return region.state === "undecided" && isPending ? "pending" : region.state;
}

/** The injections whose verdicts can still change. */
export const openInjections = (procedure) => new Set([...procedure?.verdicts.values() ?? []]
  .filter((verdict) => !verdict.final).map((verdict) => verdict.injection));

const ratio = (region) => (region?.strongest ? `×${region.strongest.ratio.toFixed(1)}` : "");

/** A region in words: its name, its state and its ratio. */
export const regionWords = (id, region, state) => [
  id.startsWith("S") ? w.regionNames.segment(w.regionNames[id]) : w.regionNames[id],
  w.regions[state].word, ratio(region),
].filter(Boolean).join(", ");

/**
 * The picture. `chosen` is the region that is explained, `pick(id)` is called when another is
 * chosen; without it the picture is one image.
 */
export function anatomy(procedure, { chosen = null, pick = null, injected = null, id = "map" } = {}) {
  const map = procedure?.map;
  const open = openInjections(procedure);
  const known = new Map((map?.regions ?? []).map((region) => [region.region, region]));
  const parts = Object.keys(outlines).map((name) => {
    const region = known.get(name);
    return { name, region, state: shownState(region, open) };
  });
  // The caudate lobe lies behind the others; it is drawn over them, as a window.
  return svg("svg", {
    viewBox: "12 16 1000 840", class: "anatomy", role: pick ? "group" : "img",
    "aria-label": w.map.picture,
  }, definitions(id), around(),
  svg("g", {}, parts.map((one) => shape(one, chosen, pick, id))),
  surface(id), vessels(procedure?.news.plan, injected),
  svg("g", { class: "labels", "aria-hidden": "true" }, parts.map(label)));
}

function around() {
  return svg("g", { class: "scenery", "aria-hidden": "true" },
    Object.entries(scenery).map(([name, d]) => svg("path", { class: name, d })),
    svg("path", { class: "ground", d: liver }));
}

function shape({ name, region, state }, chosen, pick, id) {
  const isProducing = state === "producing";
  return svg("path", {
    d: outlines[name], "data-key": `region ${name}`,
    class: `region ${state}${chosen === name ? " is-chosen" : ""}`,
    style: isProducing ? { "--fill": heat(region.strongest?.ratio) } : patternOf(state, id),
    ...(pick ? {
      tabindex: 0, role: "button", "aria-pressed": String(chosen === name),
      "aria-label": regionWords(name, region, state),
      onclick: () => pick(name), onfocus: () => pick(name),
    } : {}),
  });
}

const patternOf = (state, id) => (state === "undecided" || state === "pending"
  ? { "--fill": `url("#${id}-${state}")` } : {});

function surface(id) {
  return svg("g", { class: "surface", "aria-hidden": "true" },
    svg("path", { class: "fissure", d: fissure }),
    svg("path", { class: "light", d: liver, fill: `url(#${id}-light)` }),
    svg("path", { class: "edge", d: liver }));
}

function vessels(plan, injected) {
  const planned = new Map((plan?.sites ?? []).map((site) => [arteryOf(site.id), site.id]));
  const order = (plan?.veins ?? []).map((vein) => vein.id);
  const now = injected && arteryOf(injected);
  return svg("g", { class: "vessels", "aria-hidden": "true" },
    Object.entries(veins).map(([name, course]) => vein(name, course, order.indexOf(name))),
    Object.values(arteries).map((artery) => svg("path", {
      d: artery.d,
      class: artery === now ? "artery is-injected" : planned.has(artery) ? "artery is-planned"
        : "artery",
    })),
    [...planned].filter(([artery]) => artery).map(([artery, site]) => svg("text", {
      class: artery === now ? "artery-name is-injected" : "artery-name",
      x: artery.name[0], y: artery.name[1],
    }, site)));
}

function vein(name, { trunk, twigs, name: [x, y] }, index) {
  return svg("g", { class: index < 0 ? "vein unsampled" : `vein vein-${index % 4}` },
    svg("path", { class: "bed", d: trunk }), svg("path", { class: "twigs", d: twigs }),
    svg("path", { class: "trunk", d: trunk }),
    svg("text", { x, y }, name));
}

function label({ name, region, state }) {
  const [x, y, size] = labels[name];
  const sign = state === "producing" ? `▲ ${ratio(region)}` : w.regions[state].mark;
  const isBright = state === "producing" && (region.strongest?.ratio ?? 9) > 2.2;
  return svg("g", {
    class: `label ${state}${isBright ? " on-bright" : ""}`, style: { "--size": String(size) },
  },
  svg("text", { x, y, class: "name" }, w.regionNames[name]),
  sign ? svg("text", { x, y, dy: "1.1em", class: "mark" }, sign) : null);
}

function definitions(id) {
  const pattern = (name, ...content) => svg("pattern", {
    id: `${id}-${name}`, width: 14, height: 14, patternUnits: "userSpaceOnUse",
    patternTransform: name === "undecided" ? "rotate(45)" : null,
  }, svg("rect", { width: 14, height: 14, class: "pattern-ground" }), content);
  return svg("defs", {},
    pattern("undecided", svg("rect", { width: 5, height: 14, class: "pattern-ink" })),
    pattern("pending", svg("circle", { cx: 3.5, cy: 3.5, r: 1.9, class: "pattern-ink" }),
      svg("circle", { cx: 10.5, cy: 10.5, r: 1.9, class: "pattern-ink" })),
    svg("radialGradient", { id: `${id}-light`, cx: "32%", cy: "18%", r: "88%" },
      svg("stop", { offset: "0", class: "light-in" }),
      svg("stop", { offset: "0.55", class: "light-mid" }),
      svg("stop", { offset: "1", class: "light-out" })));
}

/** What colours, marks and patterns mean. */
export function legend(id = "legend") {
  const key = (state, text) => el("li", {},
    svg("svg", { viewBox: "0 0 34 20", class: "swatch", "aria-hidden": "true" }, swatch(state, id)),
    text);
  const words = (state) => `${w.regions[state].mark} ${w.regions[state].word}`.trim();
  return el("ul", { class: "legend" },
    key("producing", `▲ ${w.map.scale}, ×2–8`),
    ["not-producing", "pending", "undecided", "not-examined"].map((one) => key(one, words(one))));
}

function swatch(state, id) {
  if (state !== "producing") {
    return [definitions(`${id}-${state}`), svg("rect", {
      x: 1, y: 1, width: 32, height: 18, rx: 4, class: `region ${state}`,
      style: patternOf(state, `${id}-${state}`),
    })];
  }
  return [2, 2.8, 4, 8].map((value, index) => svg("rect", {
    x: index * 8.5, y: 1, width: 8.7, height: 18, style: { fill: heat(value) },
  }));
}
