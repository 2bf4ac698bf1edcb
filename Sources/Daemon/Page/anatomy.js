// Liver and pancreas from the front, drawn by hand: the patient's right is on the left.
//
// The segments are Couinaud's: the three hepatic veins part the liver from right to left, the
// portal plane parts each sector into an upper and a lower segment, segment I lies behind at the cava.

import { svg } from "./dom.js";

export const viewBox = "0 22 672 546";

/** The outline of each region of `config/anatomy.yaml`. */
export const paths = {
  S7:
    "M 318 92 C 262 48 190 34 138 50 C 78 68 36 128 27 232 C 66 244 112 246 154 236 C 176 "
    + "140 250 94 318 92 Z",
  S8:
    "M 318 92 C 250 94 176 140 154 236 C 200 224 246 222 290 226 C 294 180 304 136 318 92 "
    + "Z",
  S6:
    "M 27 232 C 22 300 36 352 68 382 C 92 404 118 406 140 396 C 140 340 144 284 154 236 C "
    + "112 246 66 244 27 232 Z",
  S5:
    "M 154 236 C 144 284 140 340 140 396 C 190 380 240 362 284 344 C 284 302 287 262 290 "
    + "226 C 246 222 200 224 154 236 Z",
  S4:
    "M 318 92 C 304 136 294 180 290 226 C 287 262 284 302 284 344 C 306 346 320 336 338 "
    + "324 C 366 306 396 286 416 264 C 396 196 350 128 318 92 Z",
  S2:
    "M 318 92 C 372 128 450 142 516 136 C 556 132 586 120 606 104 C 604 84 566 74 512 74 "
    + "C 440 74 384 82 350 90 C 340 93 328 93 318 92 Z",
  S3:
    "M 318 92 C 350 128 396 196 416 264 C 476 244 548 190 590 140 C 600 128 606 116 606 "
    + "104 C 586 120 556 132 516 136 C 450 142 372 128 318 92 Z",
  S1:
    "M 331 126 C 352 130 368 152 368 178 C 368 200 354 214 339 209 C 323 204 317 176 319 "
    + "152 C 320 137 323 125 331 126 Z",
  "upper-head":
    "M 318 422 C 306 414 290 406 266 408 C 238 410 214 430 214 466 C 250 458 290 460 325 "
    + "468 C 326 452 323 436 318 422 Z",
  "lower-head":
    "M 214 466 C 250 458 290 460 325 468 C 324 490 308 512 288 520 C 280 525 272 526 264 "
    + "526 C 236 524 214 500 214 466 Z",
  uncinate:
    "M 318 490 C 336 484 362 490 366 506 C 369 522 346 533 322 535 C 300 537 280 532 264 "
    + "526 C 272 526 280 525 288 520 C 302 513 313 503 318 490 Z",
  body:
    "M 318 422 C 340 404 400 400 468 394 C 466 410 467 428 472 442 C 420 447 360 446 325 "
    + "468 C 326 452 323 436 318 422 Z",
  tail:
    "M 468 394 C 520 388 552 368 588 364 C 610 362 618 378 608 394 C 592 418 540 436 472 "
    + "442 C 467 428 466 410 468 394 Z",
};

/** Where each region's name stands; its number stands below. */
export const labels = {
  S1: { x: 343, y: 160, size: 17 }, S2: { x: 476, y: 100, size: 18 }, S3: { x: 468, y: 172 },
  S4: { x: 332, y: 262 }, S5: { x: 214, y: 288 }, S6: { x: 86, y: 300 }, S7: { x: 92, y: 158 },
  S8: { x: 234, y: 168 }, "upper-head": { x: 270, y: 438, size: 14 },
  "lower-head": { x: 266, y: 492, size: 14 }, uncinate: { x: 330, y: 517, size: 12 },
  body: { x: 396, y: 424, size: 15 }, tail: { x: 540, y: 406, size: 15 },
};

const liver =
  "M 318 92 C 262 48 190 34 138 50 C 78 68 36 128 27 232 C 22 300 36 352 68 382 C 92 404 "
  + "118 406 140 396 C 190 380 240 362 284 344 C 306 346 320 336 338 324 C 366 306 396 286 "
  + "416 264 C 476 244 548 190 590 140 C 600 128 606 116 606 104 C 604 84 566 74 512 74 C "
  + "440 74 384 82 350 90 C 340 93 328 93 318 92 Z";

/** What lies around: cava, gall bladder, duodenum and spleen, for orientation only. */
export function scenery() {
  return svg("g", { class: "scenery", "aria-hidden": "true" },
    svg("path", { class: "cava", d: "M 322 26 C 320 60 318 90 322 130" }),
    svg("path", { class: "cava", d: "M 336 300 C 344 350 346 400 346 420" }),
    svg("path", {
      class: "bowel", d: "M 252 390 C 198 390 186 430 188 476 C 190 534 216 558 300 "
        + "560 C 346 560 372 552 "
        + "396 538",
    }),
    svg("path", {
      class: "organ", d: "M 632 326 C 656 350 656 402 632 424 C 618 430 612 412 618 "
        + "390 C 624 368 612 348 "
        + "617 334 C 620 324 626 321 632 326 Z",
    }),
    svg("path", {
      class: "organ gall",
      d: "M 284 336 C 266 348 258 372 268 388 C 280 402 302 394 304 368 C 304 354 "
        + "297 342 284 336 Z",
    }));
}

/** A soft light on the liver, and its outline. */
export function outlines() {
  return svg("g", { class: "outlines", "aria-hidden": "true" },
    svg("path", { class: "shade", d: liver, fill: "url(#light)" }),
    svg("path", { class: "edge", d: liver }));
}

// Each vein: its trunk, its twigs, and where its name stands.
const courses = {
  RHV: {
    trunk: "M 318 92 C 250 94 176 140 154 236 C 147 272 143 308 141 344",
    twigs: "M 206 138 C 170 128 140 122 112 124 M 168 188 C 136 196 110 202 84 206 "
      + "M 149 262 C 124 286 112 310 106 340 M 160 216 C 186 206 202 200 216 198",
    name: { x: 141, y: 366 },
  },
  MHV: {
    trunk: "M 318 92 C 304 136 294 180 290 226 C 288 254 286 276 285 298",
    twigs: "M 298 168 C 276 174 258 184 246 198 M 290 226 C 262 246 244 262 234 284 "
      + "M 289 240 C 308 262 318 280 322 300",
    name: { x: 285, y: 320 },
  },
  LHV: {
    trunk: "M 318 92 C 372 128 450 142 516 136 C 536 134 552 131 566 126",
    twigs: "M 392 126 C 412 150 424 172 430 196 M 446 137 C 484 156 506 168 520 180 "
      + "M 470 138 C 500 122 520 112 540 102",
    name: { x: 588, y: 122 },
  },
};

/** The hepatic veins; those that are sampled in the colours of the curves, by their order. */
export function veins(sampled) {
  const order = [...sampled];
  return svg("g", { class: "veins", "aria-hidden": "true" },
    Object.entries(courses).map(([id, { trunk, twigs, name }]) => {
      const index = order.indexOf(id);
      return svg("g", { class: index < 0 ? "vein unsampled" : `vein vein-${index}` },
        svg("path", { class: "bed", d: trunk }), svg("path", { class: "twigs", d: twigs }),
        svg("path", { class: "trunk", d: trunk }),
        svg("text", { x: name.x, y: name.y }, id));
    }));
}
