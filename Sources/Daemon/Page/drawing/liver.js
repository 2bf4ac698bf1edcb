// The liver from the front, drawn by hand: the patient's right is on the left.
//
// Couinaud's segments: the three hepatic veins part the liver into sectors, the portal plane parts
// each sector into an upper and a lower segment, the umbilical fissure parts IV from II and III, and
// I lies behind, at the cava.

import { outline, trace } from "./paths.js";

/** The edges that the segments share, from the confluence of the veins outwards. */
const edges = {
  dome: [[470, 112], [420, 62, 300, 36, 206, 62], [104, 92, 44, 190, 38, 326]],
  side: [[38, 326], [33, 424, 52, 512, 104, 552], [132, 574, 158, 574, 184, 562]],
  right: [[184, 562], [250, 546, 332, 516, 398, 486]],
  middle: [[398, 486], [412, 478, 424, 474, 436, 474], [500, 464, 552, 438, 590, 404]],
  lateral: [[590, 404], [690, 360, 796, 278, 850, 206], [870, 180, 884, 160, 884, 142]],
  crest: [[884, 142], [882, 112, 826, 98, 744, 98], [640, 98, 560, 108, 520, 112],
    [500, 114, 486, 114, 470, 112]],
  rhvUpper: [[470, 112], [392, 132, 292, 206, 248, 318]],
  rhvLower: [[248, 318], [216, 398, 196, 482, 184, 562]],
  mhvUpper: [[470, 112], [452, 180, 434, 250, 424, 320]],
  mhvLower: [[424, 320], [415, 378, 406, 434, 398, 486]],
  lhv: [[470, 112], [540, 172, 660, 186, 764, 170], [816, 162, 860, 154, 884, 142]],
  fissure: [[470, 112], [522, 182, 572, 282, 590, 404]],
  portalRight: [[38, 326], [108, 346, 186, 342, 248, 318]],
  portalMiddle: [[248, 318], [306, 304, 368, 306, 424, 320]],
};

/** The outline of each segment. */
export const segments = {
  S7: outline(edges, ["dome", "portalRight", "-rhvUpper"]),
  S8: outline(edges, ["rhvUpper", "portalMiddle", "-mhvUpper"]),
  S6: outline(edges, ["side", "-rhvLower", "-portalRight"]),
  S5: outline(edges, ["rhvLower", "right", "-mhvLower", "-portalMiddle"]),
  S4: outline(edges, ["mhvUpper", "mhvLower", "middle", "-fissure"]),
  S3: outline(edges, ["fissure", "lateral", "-lhv"]),
  S2: outline(edges, ["lhv", "crest"]),
  S1: "M505 196C534 200 556 234 554 270C552 302 530 322 510 314C490 306 484 268 487 236"
    + "C489 212 494 196 505 196Z",
};

/** The whole liver. */
export const liver = outline(edges, ["dome", "side", "right", "middle", "lateral", "crest"]);

/** The fissure of the umbilical ligament, which is seen on the surface. */
export const fissure = trace(edges, ["fissure"]);

/** Each hepatic vein: its trunk, its twigs, and where its name stands. */
export const veins = {
  RHV: {
    trunk: "M470 112C392 132 292 206 248 318C226 374 210 430 200 486",
    twigs: "M352 176C300 150 236 138 184 146M286 242C232 236 178 242 136 258M236 350C190 366 152 "
      + "396 128 436M222 398C250 420 268 448 278 478M262 288C292 282 324 284 350 294",
    name: [190, 512],
  },
  MHV: {
    trunk: "M470 112C452 180 434 250 424 320C419 352 414 384 410 416",
    twigs: "M446 208C410 214 378 232 354 256M428 296C392 326 364 352 346 388M432 268C462 300 482 "
      + "330 492 366M416 376C392 400 376 424 368 448",
    name: [406, 444],
  },
  LHV: {
    trunk: "M470 112C540 172 660 186 764 170C788 166 808 162 824 158",
    twigs: "M560 160C584 204 608 240 622 282M640 176C690 204 724 216 752 240M606 170C640 146 690 "
      + "132 730 132M724 175C768 184 790 190 812 196",
    name: [852, 156],
  },
};
