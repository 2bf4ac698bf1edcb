// The arteries that are injected, from the front, in their usual course; variants are many.

/** Each artery by its name in the plan: its course, and where its name stands. */
export const arteries = {
  coeliac: { d: "M604 556C600 546 596 540 590 534", name: [640, 528] },
  CHA: { d: "M590 534C560 520 528 524 500 536", name: [548, 506] },
  PHA: { d: "M500 536C492 506 486 476 480 448", name: [520, 470] },
  RHA: { d: "M480 448C462 420 420 398 366 388C346 384 330 382 318 378", name: [352, 418] },
  "RHA-ant": { d: "M356 386C344 350 338 296 330 240M340 330C324 360 316 390 312 424", name: [318, 226] },
  "RHA-post": { d: "M330 380C270 372 206 356 150 300M236 368C196 392 160 424 132 466", name: [120, 288] },
  LHA: { d: "M480 448C506 420 560 384 606 346C650 310 690 270 724 232M600 352C632 300 648 240 660 150",
    name: [640, 424] },
  MHA: { d: "M496 428C502 392 500 350 494 316M500 388C478 372 462 366 450 366", name: [470, 400] },
  GDA: { d: "M500 536C480 564 462 600 452 640C444 674 442 710 448 748", name: [452, 590] },
  SPA: { d: "M590 534C624 520 650 556 686 566C724 576 744 536 784 548C824 560 850 540 878 528"
    + "C904 518 920 530 934 540", name: [812, 520] },
  SMA: { d: "M606 672C616 684 618 700 614 724C608 764 590 804 562 838M612 742C584 738 562 744 540 756",
    name: [640, 780] },
};

/** Other names under which a plan may know them. */
const others = {
  CA: "coeliac", RHAP: "RHA-post", MHA4: "MHA", A4: "MHA", SA: "SPA", SpA: "SPA",
  "SPA-prox": "SPA", "SPA-dist": "SPA", IPDA: "SMA", rRHA: "RHA", rLHA: "LHA", aRHA: "RHA",
  aLHA: "LHA", rCHA: "CHA",
};

/** The artery that a site's id means; undefined for one that is not drawn. */
export const arteryOf = (site) => arteries[site] ?? arteries[others[site]];
