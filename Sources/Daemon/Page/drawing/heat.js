// The scale of ratios: cividis (Nuñez, Anderton, Renslow 2018), even in lightness for every eye.

const stops = [
  [124, 123, 120], [149, 143, 120], [175, 165, 113], [203, 187, 100], [229, 209, 81],
  [253, 231, 55],
];

/** The colour of a step-up: from ×2 to ×8, by logarithm. */
export function heat(ratio = 2) {
  const share = Math.log2(Math.max(2, Math.min(8, ratio)) / 2) / 2;
  const place = share * (stops.length - 1);
  const low = Math.min(stops.length - 2, Math.floor(place));
  const mix = stops[low].map((value, index) =>
    Math.round(value + (stops[low + 1][index] - value) * (place - low)));
  return `rgb(${mix.join(" ")})`;
}
