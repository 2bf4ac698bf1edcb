// Lines: open or lost, when last heard, what was counted, and the bytes as they come.

import { ask } from "../acting/marks.js";
import { facts } from "../parts/details.js";
import { el } from "../parts/dom.js";
import { clockTime } from "../state/clock.js";
import { w } from "../words/words.js";
import { here, redraw } from "./way.js";

/** The style sheets of what it draws. */
export const sheets = ["forms"];

const pace = 1000;
const kept = 400;
const heard = new Map();
let isStill = false;
let timer = 0;
let lines = [];

/** Shows each line. */
export function show({ state, replay }) {
  lines = replay ? [] : [...state.lines.keys()];
  if (!timer) listen();
  if (state.lines.size === 0) return el("p", { class: "empty" }, w.line.none);
  return [
    el("h1", { class: "unseen" }, w.line.title),
    [...state.lines.values()].map((line) => el("section", {
      class: `one-line ${line.state}`, "data-key": line.line, "aria-label": line.line,
    }, about(line), counted(line), live(line))),
  ];
}

function about(line) {
  const isOpen = line.state === "open";
  return el("header", {},
    el("h2", {}, line.line),
    el("p", { class: "standing" }, isOpen ? `● ${w.line.open}` : `✕ ${w.line.lost}`),
    el("p", { class: "heard" }, el("step-age", { since: line.heard ?? "" })),
    el("p", { class: "port" }, line.dialect, el("small", { lang: "en" }, line.detail)));
}

function counted(line) {
  const list = (counts) => Object.entries(counts ?? {}).filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} × ${name}`).join(", ") || w.line.noDefects;
  const number = (name, value) => el("div", { class: "number" }, el("b", {}, value.toLocaleString("en")),
    el("span", {}, name));
  return el("div", { class: "counted" },
    number(w.line.bytes, line.bytes), number(w.line.messages, line.messages),
    number(w.line.results, line.results),
    facts([[w.line.defects, list(line.defects)], [w.line.damage, list(line.damage)]]));
}

function live(line) {
  const pieces = heard.get(line.line)?.pieces ?? [];
  const isUntold = heard.get(line.line)?.isUntold;
  return el("div", { class: "live" },
    el("h3", {}, w.line.live),
    isUntold ? null : el("button", {
      "data-key": "still", "aria-pressed": String(isStill), onclick: () => {
        isStill = !isStill;
        redraw();
      },
    }, isStill ? w.line.resume : w.line.pause),
    el("div", { class: "wire", tabindex: 0, role: "log", "aria-live": "off", "aria-label": w.line.live },
      isUntold ? el("p", { class: "hint" }, w.line.untold) : null,
      !isUntold && pieces.length === 0 ? el("p", { class: "hint" }, w.line.quiet) : null,
      pieces.map((one) => el("p", { class: one.way, "data-key": String(one.number) },
        el("time", {}, clockTime(Date.parse(one.at))),
        el("i", { "aria-label": one.way === "in" ? w.line.received : w.line.sent },
          one.way === "in" ? "→" : "←"),
        el("code", {}, one.text)))));
}

// Bytes are asked for only while they are looked at.
async function listen() {
  timer = setTimeout(listen, pace);
  if (here().name !== "line" || isStill) return;
  for (const line of lines) await hear(line);
}

async function hear(line) {
  const known = heard.get(line) ?? { last: 0, pieces: [] };
  const path = `/api/lines/${encodeURIComponent(line)}/bytes?after=${known.last}`;
  const answer = await ask(path);
  const isUntold = !answer;
  if (answer?.pieces.length || isUntold !== known.isUntold) {
    heard.set(line, {
      last: answer?.last ?? 0, isUntold,
      pieces: [...answer?.pieces.toReversed() ?? [], ...known.pieces].slice(0, kept),
    });
    redraw();
  }
}
