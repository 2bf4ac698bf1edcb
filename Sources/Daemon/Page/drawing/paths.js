// Outlines composed of edges that neighbours share: two regions meet without gap or overlap.

/**
 * An edge is its first point and cubic curves after it: `[[x, y], [x1, y1, x2, y2, x, y], …]`.
 * `trace` gives the path of several edges after one another; `-` before a name runs it backwards.
 */
export function trace(edges, names) {
  const all = names.map((name) => (name.startsWith("-")
    ? reversed(edges[name.slice(1)]) : edges[name]));
  return `M${all[0][0].join(" ")}${all.flatMap((edge) => edge.slice(1))
    .map((curve) => `C${curve.join(" ")}`).join("")}`;
}

/** The same, closed. */
export const outline = (edges, names) => `${trace(edges, names)}Z`;

function reversed([start, ...curves]) {
  const ends = [start, ...curves.map((curve) => curve.slice(-2))];
  const back = curves.map(([x1, y1, x2, y2], index) => [x2, y2, x1, y1, ...ends[index]]);
  return [ends.at(-1), ...back.reverse()];
}
