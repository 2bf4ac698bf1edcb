// What stands around every view: whose procedure, which lines, what time it is, and the way about.

import { screen } from "../state/screen.js";
import { w } from "../words/words.js";
import { draw, el } from "./dom.js";
import { icon } from "./icons.js";
import { askForScreen, showNotices } from "./later.js";
import { bar, count } from "./notices.js";

const part = (id) => document.getElementById(id);

/** The views in their order. */
export const names = ["room", "map", "curves", "tubes", "plan", "line", "procedures", "report"];

/** Shows the frame around the view `name`. */
export function drawFrame(state, procedure, name, replay) {
  part("simulated").hidden = !state.simulated;
  draw(part("simulated"), w.frame.simulated);
  part("replay").hidden = !replay;
  document.title = `${w.views[name]} · ${procedure?.news.plan.pseudonym ?? "stepupd"}`;
  draw(part("skip"), w.frame.skip);
  draw(part("header"), title(state, procedure), lines(state), acts(state, procedure),
    el("step-clock", { class: "clock", role: "timer", "aria-label": w.frame.clock }));
  draw(part("rail"), names.map((one) => link(one, one === name)));
  draw(part("bar"), bar(state));
  draw(part("footer"), el("span", {}, w.frame.disclaimer),
    el("span", {}, state.hello ? `stepupd ${state.hello.version}` : ""));
}

function title(state, procedure) {
  const plan = procedure?.news.plan;
  return el("div", { class: "title" },
    el("p", { class: "who" }, plan ? w.frame.patient(plan.pseudonym) : w.frame.none),
    el("p", { class: "what" }, [
      plan?.title, plan && `${plan.analyte}, ${plan.stimulant.name} ${plan.stimulant.dose}`,
      procedure?.news.state === "closed" && w.frame.closed, state.hello?.site,
    ].filter(Boolean).join(" · ")));
}

function lines(state) {
  return el("ul", { class: "lines" }, [...state.lines.values()].map((line) => {
    const isOpen = line.state === "open";
    return el("li", { class: `line ${line.state}` },
      el("b", {}, isOpen ? "●" : "✕", ` ${line.line}`),
      isOpen ? el("span", {}, el("step-age", { since: line.heard ?? "" }), refused(line))
        : el("span", {}, w.frame.lost));
  }));
}

function refused(line) {
  const count = Object.values(line.defects ?? {}).reduce((sum, one) => sum + one, 0);
  return count > 0 ? ` · ${w.frame.refused(count)}` : "";
}

function acts(state, procedure) {
  const all = count(state, procedure);
  return el("div", { class: "acts" },
    el("button", {
      class: `quiet bell${all ? " has-some" : ""}`, "data-key": "notices",
      "aria-label": `${w.notices.title} ${all}`, onclick: () => showNotices(),
    }, icon("bell"), el("span", {}, String(all))),
    el("button", {
      class: "quiet", "data-key": "screen", "aria-label": w.frame.screen, onclick: askForScreen,
    }, icon("screen")));
}

function link(name, isHere) {
  return el("a", {
    href: `/${name}${location.search}`, "data-key": name, "aria-current": isHere ? "page" : null,
  }, icon(name), el("span", {}, w.views[name]));
}

/** Says across the page that nothing was heard for `quiet` milliseconds; 0: all is well. */
export function showStale(quiet) {
  part("stale").hidden = quiet === 0;
  document.body.classList.toggle("is-stale", quiet > 0);
  if (quiet > 0) draw(part("stale"), w.frame.stale(Math.floor(quiet / 1000)));
}

/** The key of an action, as a cap on its button; nothing where it has none. */
export const cap = (action) => (screen.keys[action]
  ? el("kbd", { "aria-hidden": "true" }, screen.keys[action]) : null);
