// One chart an injection: the ratio to the baseline of the same vein, over the seconds.

import { svg } from "../parts/dom.js";
import { hasBegun, resultsAt } from "../state/procedure.js";
import { placeKey } from "../state/fold.js";
import { seconds } from "../words/numbers.js";
import { w } from "../words/words.js";

const [width, height] = [560, 262];
const frame = { left: 46, right: 62, top: 16, bottom: 30 };

/** The points of each vein: `{ second, ratio, text, bound, isOld }`, by second. */
export function lanesOf(procedure, injection) {
  return procedure.news.plan.veins.map((vein, index) =>
    ({ index, name: vein.id, points: pointsOf(procedure, injection, vein) }));
}

function pointsOf(procedure, injection, vein) {
  const verdict = procedure.verdicts.get(`${injection.number}/${vein.id}`);
  const baseline = procedure.results.find((result) => result.id === verdict?.baseline?.result);
  if (!(baseline?.value > 0)) return [];
  const points = [];
  for (const second of procedure.news.plan.draws) {
    const place = { injection: injection.number, vein: vein.id, second };
    const isVoid = procedure.tubes.get(placeKey(place))?.state === "void";
    for (const result of resultsAt(procedure, place)) {
      if (result.value === null || result.unit !== baseline.unit) continue;
      points.push({
        second: result.actual ?? second, ratio: result.value / baseline.value,
        text: `${result.text} ${result.unit}`, bound: result.bound,
        isOld: isVoid || !result.current,
      });
    }
  }
  return points.sort((a, b) => a.second - b.second);
}

/** The chart of `injection`: a line a vein, the threshold, bounds as arrows, old values struck. */
export function chart(procedure, injection) {
  const { plan } = procedure.news;
  const lanes = lanesOf(procedure, injection);
  const top = Math.max(4.4, ...lanes.flatMap((lane) =>
    lane.points.map((point) => point.ratio * 1.18)));
  const scale = scales(plan.draws, top);
  const isBegun = hasBegun(procedure, injection);
  return svg("svg", {
    viewBox: `0 0 ${width} ${height}`, role: "img", class: "chart",
    "aria-label": `${injection.site}: ${w.curves.ratio}`,
  }, axes(plan, scale, top), isBegun ? [lanes.map((lane) => line(lane, scale)), ends(lanes, scale)]
    : svg("text", { class: "waiting", x: width / 2, y: height / 2 }, w.curves.waiting));
}

function scales(draws, top) {
  const [first, last] = [Math.min(0, ...draws), Math.max(1, ...draws)];
  // The wait before the injection tells little: it gets a seventh of the width.
  const zero = frame.left + (first < 0 ? (width - frame.left - frame.right) / 7 : 0);
  const x = (second) => (second < 0
    ? zero - Math.min(1, second / first) * (zero - frame.left)
    : zero + second / last * (width - frame.right - zero));
  const low = Math.log(0.5);
  const share = (ratio) => (Math.log(Math.max(0.5, ratio)) - low) / (Math.log(top) - low);
  const y = (ratio) => height - frame.bottom - share(ratio) * (height - frame.top - frame.bottom);
  return { x, y };
}

function axes(plan, { x, y }, top) {
  const [left, right] = [frame.left, width - frame.right];
  const marks = [0.5, 1, 2, 5, 10, 20, 50, 100].filter((mark) => mark < top);
  const rule = plan.criterion.ratio;
  const across = (value, kind) => svg("line", {
    class: kind, x1: left, x2: right, y1: y(value), y2: y(value),
  });
  return [
    rule ? svg("rect", {
      class: "beyond", x: left, y: frame.top, width: right - left, height: y(rule) - frame.top,
    }) : null,
    marks.map((mark) => across(mark, mark === 1 ? "rule one" : "rule")),
    marks.map((mark) => svg("text", {
      class: "tick", x: left - 7, y: y(mark) + 5, "text-anchor": "end",
    }, `×${mark}`)),
    svg("line", {
      class: "zero", x1: x(0), x2: x(0), y1: frame.top, y2: height - frame.bottom,
    }),
    plan.draws.map((second) => svg("text", {
      class: "tick", x: x(second), y: height - 9, "text-anchor": "middle",
    }, seconds(second))),
    rule ? [across(rule, "threshold"), svg("text", {
      class: "threshold-name", x: left + 4, y: y(rule) - 6,
    }, w.curves.threshold(`${plan.criterion.strict ? ">" : "≥"} ×${rule}`))] : null,
  ];
}

function line({ index, points, name }, { x, y }) {
  const valid = points.filter((point) => !point.isOld);
  const place = (point) => `${x(point.second).toFixed(1)},${y(point.ratio).toFixed(1)}`;
  return svg("g", { class: `lane vein-${index % 4} line-${index % 4}` },
    svg("polyline", { points: valid.map(place).join(" ") }),
    points.map((point) => svg("g", {}, svg("title", {}, [
      w.curves.point(name, seconds(Number(point.second.toFixed(1))), point.ratio.toFixed(2),
        point.text),
      point.isOld && w.curves.old, point.bound === ">" && w.curves.atLeast,
      point.bound === "<" && w.curves.atMost,
    ].filter(Boolean).join(", ")), dot(point, index, x(point.second), y(point.ratio)))));
}

function dot(point, index, x, y) {
  if (point.isOld) {
    return svg("path", { class: "old", d: `M${x - 6} ${y - 6}l12 12m0-12l-12 12` });
  }
  if (point.bound) {
    const way = point.bound === ">" ? -1 : 1;
    return svg("path", {
      class: "bound", d: `M${x} ${y}v${way * 22}m-6 ${way * -8}l6 ${way * 8}l6 ${way * -8}`
        + `M${x - 8} ${y}h16`,
    });
  }
  const shapes = [
    `M${x - 5.5} ${y}a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0`,
    `M${x - 5} ${y - 5}h10v10h-10z`, `M${x} ${y - 7}l7 7-7 7-7-7z`,
    `M${x - 2} ${y - 6}h4v4h4v4h-4v4h-4v-4h-4v-4h4z`,
  ];
  return svg("path", { class: "dot", d: shapes[index % 4] });
}

// The veins' names at their lines' ends, pushed apart where the lines meet.
function ends(lanes, { x, y }) {
  const all = lanes.map(({ index, points, name }) => {
    const end = points.filter((point) => !point.isOld).at(-1);
    return end && { index, name, x: x(end.second) + 13, y: y(end.ratio) + 5 };
  }).filter(Boolean).sort((a, b) => a.y - b.y);
  for (let at = 1; at < all.length; at += 1) all[at].y = Math.max(all[at].y, all[at - 1].y + 19);
  const over = Math.max(0, (all.at(-1)?.y ?? 0) - (height - frame.bottom + 2));
  return all.map((end) => svg("text", {
    class: `end vein-${end.index % 4}`, x: end.x, y: end.y - over,
  }, end.name));
}
