// Digits for four metres: drawn strokes, all of one width, the same on every machine.

import { draw, el, svg } from "../parts/dom.js";

const height = 100;

// One stroke a digit, in a box 56 wide and 100 high.
const strokes = {
  0: "M28 7C44 7 49 26 49 50C49 74 44 93 28 93C12 93 7 74 7 50C7 26 12 7 28 7Z",
  1: "M13 23L33 7V93",
  2: "M8 29C9 15 17 7 28.5 7C40 7 48 15 48 27C48 39 40 47 27 60C15 72 8 81 7 93H49",
  3: "M9 20C13 11 20 7 28 7C39 7 47 15 47 27C47 39 39 47 26 47C40 47 49 56 49 70C49 84 40 93 28 93"
    + "C17 93 10 87 7 77",
  4: "M38 93V7L6 69H51",
  5: "M46 7H14L10 47C15 41 22 39 28 39C41 39 49 50 49 66C49 82 41 93 28 93C17 93 10 87 7 78",
  6: "M45 16C41 10 36 7 30 7C14 7 7 27 7 57C7 80 14 93 28 93C41 93 49 83 49 68C49 53 41 43 28.5 43"
    + "C17 43 8 52 7 66",
  7: "M7 7H49C37 31 28 58 24 93",
  8: "M28 47C16 47 9.5 38 9.5 27C9.5 15 17 7 28 7C39 7 46.5 15 46.5 27C46.5 38 40 47 28 47"
    + "C14 47 7 57 7 70C7 84 15 93 28 93C41 93 49 84 49 70C49 57 42 47 28 47Z",
  9: "M11 84C15 90 20 93 26 93C42 93 49 73 49 43C49 20 42 7 28 7C15 7 7 17 7 32C7 47 15 57 27.5 57"
    + "C39 57 48 48 49 34",
  "-": "M10 50H46",
};

const advance = { ":": 34 };
const shown = new WeakMap();

/** Draws `text`, digits and colons, into `root`, once for each text. */
export function showDigits(root, text) {
  if (shown.get(root) === text) return;
  shown.set(root, text);
  let x = 0;
  const signs = [...text].map((sign, index) => {
    const at = x;
    x += advance[sign] ?? 72;
    const isFirst = index === 0;
    return svg("g", { transform: `translate(${isFirst ? 8 : at + 8} 0)` }, form(sign));
  });
  draw(root,
    svg("svg", { viewBox: `0 0 ${x - 6} ${height}`, preserveAspectRatio: "xMaxYMid meet", "aria-hidden": "true", class: "digits" }, signs),
    el("span", { class: "unseen" }, text));
}

function form(sign) {
  if (sign === ":") {
    return [svg("circle", { cx: 9, cy: 34, r: 6.5 }), svg("circle", { cx: 9, cy: 70, r: 6.5 })];
  }
  return svg("path", { d: strokes[sign] ?? strokes["-"] });
}
