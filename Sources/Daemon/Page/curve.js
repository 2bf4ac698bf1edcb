// One small chart an injection: the ratio to the baseline of the same vein, over the seconds.

import { svg } from "./dom.js";
import { hasBegun, placeKey, resultsAt } from "./state.js";
import { seconds } from "./words.js";

const [width, height] = [260, 168];
const frame = { left: 27, right: 46, top: 8, bottom: 17 };

/** The chart of `injection`: a line a vein, the threshold, bounds as arrows, old values struck. */
export function curve(procedure, injection) {
  const { plan } = procedure.news;
  const lanes = plan.veins.map((vein, index) => lane(procedure, injection, vein, index));
  const top = Math.max(4, ...lanes.flatMap((one) => one.points.map((point) => point.ratio * 1.15)));
  const scale = scales(plan.draws, top);
  const chart = svg("svg", {
    viewBox: `0 0 ${width} ${height}`, role: "img", class: "chart",
    "aria-label": `Ratios after injection ${injection.number}, ${injection.site}`,
  }, axes(plan, scale, top));
  if (!hasBegun(procedure, injection)) return chart;
  for (const one of lanes) chart.append(...line(one, scale));
  chart.append(...names(lanes, scale));
  return chart;
}

// The veins' names at their lines' ends, pushed apart where the lines meet.
function names(lanes, { x, y }) {
  const ends = lanes.map(({ index, points, name }) => {
    const end = points.filter((point) => !point.isOld).at(-1);
    return end && { index, name, x: x(end.second) + 7, y: y(end.ratio) + 3.5 };
  }).filter(Boolean).sort((a, b) => a.y - b.y);
  for (let at = 1; at < ends.length; at += 1) {
    ends[at].y = Math.max(ends[at].y, ends[at - 1].y + 11);
  }
  const over = Math.max(0, (ends.at(-1)?.y ?? 0) - (height - frame.bottom + 2));
  return ends.map((end) => svg("text", {
    class: `name vein-${end.index}`, x: end.x, y: end.y - over,
  }, end.name));
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

function axes(plan, scale, top) {
  const [left, right] = [frame.left, width - frame.right];
  const marks = [1, 2, 5, 10, 20, 50, 100].filter((mark) => mark < top);
  const rule = plan.criterion.ratio;
  return [
    ...marks.map((mark) => svg("line", {
      class: "rule", x1: left, x2: right, y1: scale.y(mark), y2: scale.y(mark),
    })),
    ...marks.map((mark) => svg("text", {
      class: "tick", x: left - 4, y: scale.y(mark) + 3.5, "text-anchor": "end",
    }, `×${mark}`)),
    svg("line", {
      class: "zero", x1: scale.x(0), x2: scale.x(0), y1: frame.top, y2: height - frame.bottom,
    }),
    ...plan.draws.filter((second) => second >= 0).map((second, index) => svg("text", {
      class: index % 2 ? "tick is-minor" : "tick", x: scale.x(second), y: height - 4,
      "text-anchor": "middle",
    }, seconds(second))),
    rule ? svg("line", {
      class: "threshold", x1: left, x2: right, y1: scale.y(rule), y2: scale.y(rule),
    }) : null,
  ];
}

function lane(procedure, injection, vein, index) {
  const verdict = procedure.verdicts.get(`${injection.number}/${vein.id}`);
  const baseline = procedure.results.find((result) => result.id === verdict?.baseline?.result);
  const points = [];
  const unit = baseline?.unit;
  for (const second of baseline?.value > 0 ? procedure.news.plan.draws : []) {
    const place = { injection: injection.number, vein: vein.id, second };
    const isVoid = procedure.tubes.get(placeKey(place))?.state === "void";
    for (const result of resultsAt(procedure, place)) {
      if (result.value === null || result.unit !== unit) continue;
      points.push({
        second: result.actual ?? second, ratio: result.value / baseline.value,
        bound: result.bound, isOld: isVoid || !result.current,
      });
    }
  }
  points.sort((a, b) => a.second - b.second);
  return { index, points, name: vein.id };
}

function line({ index, points }, { x, y }) {
  const valid = points.filter((point) => !point.isOld);
  const place = (point) => `${x(point.second).toFixed(1)},${y(point.ratio).toFixed(1)}`;
  const nodes = [svg("polyline", {
    class: `lane vein-${index}`, points: valid.map(place).join(" "),
  })];
  for (const point of points) nodes.push(dot(point, index, x(point.second), y(point.ratio)));
  return nodes;
}

function dot(point, index, x, y) {
  if (point.isOld) {
    return svg("path", {
      class: `old vein-${index}`, d: `M${x - 4} ${y - 4}l8 8m0-8l-8 8`,
    }, svg("title", {}, "replaced by a later result, or void"));
  }
  if (point.bound) {
    const way = point.bound === ">" ? -1 : 1;
    return svg("path", {
      class: `bound vein-${index}`, d: `M${x} ${y}v${way * 13}m-4 ${way * -5}l4 ${way * 5}l4 `
        + `${way * -5}M${x - 5} ${y}h10`,
    }, svg("title", {}, point.bound === ">" ? "at least this" : "at most this"));
  }
  const shapes = [
    `M${x - 3.2} ${y}a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0 -6.4 0`,
    `M${x - 3} ${y - 3}h6v6h-6z`, `M${x} ${y - 4}l4 7h-8z`,
  ];
  return svg("path", { class: `dot vein-${index}`, d: shapes[index % shapes.length] });
}
