// The pancreas and what lies around it, from the front; for orientation, not to scale.

import { outline } from "./paths.js";

const edges = {
  headTop: [[474, 640], [452, 620, 418, 612, 388, 616], [344, 620, 314, 656, 314, 698]],
  headCut: [[314, 698], [366, 688, 430, 690, 484, 704]],
  neck: [[474, 640], [486, 660, 488, 682, 484, 704]],
  headSide: [[314, 698], [316, 744, 346, 780, 390, 784]],
  hookCut: [[390, 784], [412, 786, 434, 778, 452, 764], [470, 750, 480, 728, 484, 704]],
  hook: [[484, 704], [486, 730, 520, 738, 536, 752], [556, 772, 520, 796, 478, 800],
    [444, 802, 414, 796, 390, 784]],
  bodyTop: [[474, 640], [508, 612, 596, 606, 704, 590]],
  bodyEnd: [[704, 590], [700, 614, 702, 638, 710, 658]],
  bodyBottom: [[710, 658], [634, 668, 548, 666, 484, 704]],
  tail: [[704, 590], [780, 580, 824, 556, 874, 546], [910, 540, 924, 566, 906, 590],
    [882, 624, 806, 650, 710, 658]],
};

/** The outline of each region of the pancreas. */
export const pancreas = {
  "upper-head": outline(edges, ["headTop", "headCut", "-neck"]),
  "lower-head": outline(edges, ["headSide", "hookCut", "-headCut"]),
  uncinate: outline(edges, ["hook", "hookCut"]),
  body: outline(edges, ["bodyTop", "bodyEnd", "bodyBottom", "-neck"]),
  tail: outline(edges, ["tail", "-bodyEnd"]),
};

/** What lies around: cava, duodenum, gall bladder, spleen, aorta. */
export const scenery = {
  cava: "M500 30C497 62 494 90 492 124M512 330C516 420 514 700 512 850",
  aorta: "M604 470C606 600 604 740 604 850",
  bowel: "M428 566C352 560 300 580 288 640C276 704 276 770 318 812C356 846 452 846 560 822",
  gall: "M404 468C380 486 366 526 378 556C390 586 428 580 434 544C438 514 424 484 404 468Z",
  spleen: "M946 452C992 478 1008 556 990 622C978 662 946 664 936 632C930 606 944 584 936 552"
    + "C928 520 920 470 946 452Z",
};
