// The running injection: its second, what to draw next and when, and the marks that say so.

import { now, since } from "./clock.js";
import { draw, el, say } from "./dom.js";
import { askToClose, askToOpen, askToScan } from "./forms.js";
import { mark } from "./marks.js";
import { askToChangePlan } from "./plan.js";
import { running } from "./state.js";
import { seconds } from "./words.js";

/** Shows the injection that runs, the draws that are next, and what can be marked. */
export function drawNow(root, procedure) {
  const injection = procedure && running(procedure);
  const prompt = procedure?.prompt;
  const plan = procedure?.news.plan;
  const second = current(prompt);
  const news = procedure?.news;
  draw(root, [procedure?.id, news?.injections, news?.plan, news?.state, prompt, second], () => {
    if (!procedure || procedure.news.state === "closed") return [opening(procedure)];
    return [
      injection ? timer(injection, plan) : before(procedure),
      draws(procedure, prompt, second),
      injections(procedure, prompt),
    ];
  });
}

function opening(procedure) {
  return el("div", { class: "opening" },
    el("h2", {}, procedure ? "The procedure is closed" : "Ready"),
    el("p", {}, procedure
      ? "Results may still arrive and revise verdicts."
      : "Open a procedure to begin: its plan comes from a template."),
    el("button", { class: "primary", "data-key": "open", onclick: askToOpen },
      "Open a procedure …"));
}

function timer(injection, plan) {
  return el("div", { class: "timer" },
    heading(injection, plan),
    el("output", { class: "seconds", "data-zero": injection.zero },
      el("span", { class: "count" }), el("span", { class: "unit" }, "s")),
    track(plan));
}

function heading(injection, plan) {
  return el("h2", {}, el("b", {}, injection.site),
    el("span", {}, `Injection ${injection.number}${injection.repeated ? ", again" : ""}`),
    el("span", {}, siteName(plan, injection.site)));
}

// A line from the first to the last planned second, on which the present moves.
function track(plan) {
  const after = plan.draws.filter((second) => second >= 0);
  const end = Math.max(1, ...after);
  const bar = el("div", { class: "track", "aria-hidden": "true", "data-end": end },
    el("i", { class: "passed" }));
  for (const second of after) {
    const tick = el("span", {}, String(second));
    tick.style.left = `${second / end * 100}%`;
    bar.append(tick);
  }
  return bar;
}

function before(procedure) {
  const first = procedure.news.injections.find((one) => !one.dropped);
  return el("div", { class: "timer" },
    first ? heading(first, procedure.news.plan) : null,
    el("output", { class: "seconds idle" }, "– – –"),
    el("p", { class: "hint" }, "Second zero starts with Inject."));
}

// The second to draw at: the first that is open, until a later one is due. A tube that was passed
// over must not stand in the way of the next one.
function current(prompt) {
  const all = prompt?.draws ?? [];
  const due = all.filter((one) => one.due && Date.parse(one.due) - now() <= 5000);
  return (due.at(-1) ?? all[0])?.second;
}

function draws(procedure, prompt, second) {
  const all = prompt?.draws ?? [];
  if (all.length === 0) {
    return el("div", { class: "draws" }, el("h3", {}, "Nothing to draw"));
  }
  const next = all.filter((one) => one.second === second);
  const others = (isHere) => [...new Set(all.map((one) => one.second).filter(isHere))]
    .map((one) => seconds(one)).join(", ");
  const [passed, later] = [others((one) => one < second), others((one) => one > second)];
  return el("div", { class: "draws", "data-due": next[0].due ?? "", "data-second": second },
    el("h3", {}, "Draw ", el("b", {}, `${seconds(second)} s`),
      el("span", { class: "countdown" })),
    el("p", { class: "of" }, second <= 0 ? "Before injecting " : "After ",
      `${prompt.site}, injection ${prompt.injection}`),
    el("div", { class: "buttons" }, next.map((one) => drawButton(procedure, prompt, one))),
    later ? el("p", { class: "later" }, `then at ${later} s`) : null,
    passed ? el("p", { class: "later" }, `not marked: ${passed} s; say so in the grid`) : null);
}

function drawButton(procedure, prompt, one) {
  const place = { injection: prompt.injection, vein: one.vein, second: one.second };
  return el("button", {
    class: "draw", "data-key": `draw ${one.vein}`,
    onclick: () => {
      if (one.specimen) mark(procedure.id, "draw", { place });
      else askToScan(procedure, place);
    },
  }, el("b", {}, one.vein), el("span", {}, one.specimen ?? "scan"));
}

function injections(procedure, prompt) {
  const next = procedure.news.injections.filter((one) => !one.zero && !one.dropped);
  // The one to press: the injection that is prompted for, once its baselines are drawn.
  const isDue = (one) => prompt?.injection === one.number
    && prompt.draws.every(({ second }) => second > 0);
  return el("div", { class: "inject" },
    el("h3", {}, next.length ? "Inject" : "All injected", el("span", {}, el("button", {
      class: "quiet", "data-key": "plan", onclick: () => askToChangePlan(procedure),
    }, "Plan …"), el("button", {
      class: "quiet", "data-key": "close", onclick: () => askToClose(procedure),
    }, "Close procedure …"))),
    el("div", { class: "buttons" }, next.map((one) => el("button", {
      class: isDue(one) ? "inject primary" : "inject",
      "data-key": `inject ${one.number}`, title: siteName(procedure.news.plan, one.site),
      onclick: () => mark(procedure.id, "injection", { site: one.site, number: one.number }),
    }, el("b", {}, one.site), el("span", {}, String(one.number))))));
}

const siteName = (plan, id) => plan.sites.find((site) => site.id === id)?.name ?? id;

/** Brings the seconds, the countdown and what is next up to date. */
export function tickNow(root, procedure) {
  drawNow(root, procedure);
  const output = root.querySelector(".seconds[data-zero]");
  if (output) {
    const passed = since(output.dataset.zero);
    say(output.querySelector(".count"), passed < 1000 ? String(Math.floor(passed)) : long(passed));
    say(output.querySelector(".unit"), passed < 1000 ? "s" : "");
    const bar = root.querySelector(".track");
    const share = Math.min(1, Math.max(0, passed / Number(bar.dataset.end)));
    bar.firstChild.style.width = `${share * 100}%`;
  }
  const draws = root.querySelector(".draws[data-due]");
  if (draws) countDown(draws);
}

function countDown(draws) {
  const { due, second } = draws.dataset;
  const left = due ? (Date.parse(due) - now()) / 1000 : null;
  draws.classList.toggle("is-now", left !== null && left <= 5);
  say(draws.querySelector(".countdown"), left === null ? (Number(second) > 0 ? "not yet" : "baseline")
    : left > 5 ? `in ${Math.ceil(left)} s`
      : left > -5 ? "NOW" : `${Math.floor(-left)} s late`);
}

const long = (passed) => `${Math.floor(passed / 60)}:${String(Math.floor(passed % 60))
  .padStart(2, "0")}`;
