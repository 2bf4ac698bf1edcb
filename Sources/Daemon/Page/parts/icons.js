// The views' signs, drawn by hand in a box of 24 by 24.

import { svg } from "./dom.js";

const strokes = {
  room: "M4 13a8 8 0 1 1 16 0M12 13l4-5M4 18h16",
  map: "M3 9c3-6 15-7 18-3-1 6-6 8-9 9-2 5-6 6-8 3-1-2-2-6-1-9zM11 6c0 4-1 7-1 9",
  curves: "M4 4v16h16M6 16c3 0 4-9 7-9s3 6 7 7",
  tubes: "M8 3h8M9 3v14a3 3 0 0 0 6 0V3M9 11h6",
  plan: "M6 3h12v18H6zM9 8h6M9 12h6M9 16h3",
  line: "M3 12h4l2-6 4 12 3-9 1 3h4",
  procedures: "M12 4a8 8 0 1 1-7 4M5 3v5h5M12 8v4l3 2",
  report: "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5",
  label: "M4 5h16v14H4zM7.5 8.5v7M10.5 8.5v7M13 8.5v7M16.5 8.5v7",
  screen: "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4",
  bell: "M6 17h12l-1.5-3v-4a4.5 4.5 0 0 0-9 0v4zM10.5 20h3",
};

/** The sign called `name`. */
export const icon = (name) => svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" },
  svg("path", { d: strokes[name] }));

/** A vein's mark: circle, square, diamond, cross, by its order; a triangle is a step-up. */
export function veinMark(index) {
  const shapes = [
    svg("circle", { cx: 8, cy: 8, r: 6 }), svg("path", { d: "M2.5 2.5h11v11h-11z" }),
    svg("path", { d: "M8 0.6l7.4 7.4L8 15.4 0.6 8z" }),
    svg("path", { d: "M6 1h4v5h5v4h-5v5H6v-5H1V6h5z" }),
  ];
  return svg("svg", {
    viewBox: "0 0 16 16", class: `vein-mark vein-${index % 4}`, "aria-hidden": "true",
  }, shapes[index % 4]);
}
