// Which view stands at which address, and the way between them without loading anew.

import { styled } from "../parts/sheets.js";
import { speakAll } from "../words/words.js";

const views = {
  room: () => import("./room.js"), map: () => import("./map.js"),
  curves: () => import("./curves.js"), tubes: () => import("./tubes.js"),
  plan: () => import("./plan.js"), line: () => import("./line.js"),
  procedures: () => import("./procedures.js"), report: () => import("./report.js"),
};

let place = { name: "room", view: null, asked: null, replay: null, isAtEnd: false };
let arrived = () => {};

/** The view that is shown, and what its address asks for. */
export const here = () => place;

/** Shows the view again, when something in it was chosen. */
export const redraw = () => arrived();

/** Whom to call when another view is there. */
export function onArrival(act) { arrived = act; }

/** Goes to view `name`, keeping what the address asks for unless `query` says otherwise. */
export function go(name, query = location.search) {
  history.pushState(null, "", `/${name}${query}`);
  arrive(true);
}

/** Shows the view of the present address; `isMove` when a person came from another one. */
export async function arrive(isMove = false) {
  const asked = location.pathname.slice(1);
  const name = asked in views ? asked : "room";
  const query = new URLSearchParams(location.search);
  const view = await views[name]();
  await Promise.all([
    ...[name, ...view.sheets ?? []].map(styled), name === "room" ? null : speakAll(),
  ]);
  place = {
    name, view, replay: query.get("replay"), isAtEnd: query.get("at") === "end",
    asked: query.get("replay") ?? query.get("procedure"),
  };
  document.body.dataset.view = name;
  arrived();
  if (isMove) {
    scrollTo(0, 0);
    document.getElementById("view").focus({ preventScroll: true });
  }
}

addEventListener("popstate", () => arrive(true));
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='/']");
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || !isPlain || link.hasAttribute("download") || link.target) return;
  const { pathname, search } = new URL(link.href);
  if (!(pathname.slice(1) in views)) return;
  event.preventDefault();
  go(pathname.slice(1), search);
});
