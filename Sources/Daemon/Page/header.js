// The top of the page: whose procedure, where, which lines, and what time it is.

import { age, since } from "./clock.js";
import { draw, el, say } from "./dom.js";

/** Shows procedure, site and lines. */
export function drawHeader(root, state, procedure) {
  const lines = [...state.lines.values()];
  const plan = procedure?.news.plan;
  draw(root, [lines, plan?.title, plan?.pseudonym, procedure?.news.state, state.hello], () => [
    el("div", { class: "title" },
      el("h1", {}, plan?.title ?? "No procedure is open"),
      el("p", {}, [
        plan && `Patient ${plan.pseudonym}`, state.hello?.site,
        plan && `${plan.analyte}, ${plan.stimulant.name} ${plan.stimulant.dose}`,
        procedure?.news.state === "closed" && "closed",
      ].filter(Boolean).join("  ·  "))),
    el("ul", { class: "lines" }, lines.map(lineItem)),
    el("time", { class: "clock", "aria-label": "Server time" }),
  ]);
}

function lineItem(line) {
  const isOpen = line.state === "open";
  const defects = Object.values(line.defects ?? {}).reduce((sum, count) => sum + count, 0);
  const refused = defects > 0 ? `  ·  ${defects} refused` : "";
  return el("li", { class: isOpen ? "line open" : "line lost", title: line.detail },
    el("b", {}, `${line.line} `, el("span", {}, isOpen ? "● open" : "✕ lost")),
    el("span", {}, el("span", { class: "heard", "data-heard": line.heard ?? "" }), refused));
}

/** Brings clock and ages up to the second. */
export function tickHeader(root, time) {
  say(root.querySelector(".clock"), time);
  for (const node of root.querySelectorAll(".heard")) {
    const { heard } = node.dataset;
    say(node, heard ? `heard ${age(since(heard))} ago` : "nothing heard yet");
  }
}
