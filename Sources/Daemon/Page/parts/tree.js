// How this patient's arteries and veins differ from the anatomy file: variants, and single vessels.

import { ask, mark } from "../acting/marks.js";
import { w } from "../words/words.js";
import { open } from "./dialog.js";
import { el } from "./dom.js";
import { choice, field, form, reasonField } from "./forms.js";

/** Shows the tree that the map rests on, and takes what differs in this patient. */
export async function askForTree(procedure) {
  const anatomy = await ask("/api/anatomy") ?? { variants: [], regions: [] };
  const { tree } = procedure.map;
  const dialog = open(w.tree.title,
    el("p", { lang: tree.text ? "en" : undefined }, tree.text ?? w.tree.textbook),
    variants(procedure, anatomy, tree, () => dialog.close()),
    el("h3", {}, w.tree.vessel),
    vessels(procedure, anatomy, tree, () => dialog.close()));
  dialog.querySelector("select[name=vessel]")?.dispatchEvent(new Event("change", { bubbles: true }));
}

function variants(procedure, anatomy, tree, done) {
  const chosen = new Set(tree.variants);
  const has = anatomy.variants.filter((one) => chosen.has(one.id));
  const other = anatomy.variants.filter((one) => !chosen.has(one.id));
  const say = async (variant, isChosen, reason) => {
    if (await mark(procedure.id, "anatomy", { variant, chosen: isChosen, reason })) done();
  };
  return [
    has.map((one) => [
      el("h3", {}, one.name), el("p", { class: "hint", lang: "en" }, one.read),
      form([reasonField(w.tree.example)], w.tree.takeBack,
        ({ reason }) => say(one.id, false, reason)),
    ]),
    other.length ? [
      el("h3", {}, w.tree.variant),
      form([
        field(w.tree.field, choice("variant", other.map((one) => [one.id, one.name]))),
        reasonField(w.tree.example),
      ], w.tree.choose, ({ variant, reason }) => say(variant, true, reason)),
    ] : null,
  ];
}

function vessels(procedure, anatomy, tree, done) {
  const all = [
    ...tree.sites.map((one) => ({ ...one, kind: "artery", verb: w.tree.feeds })),
    ...tree.veins.map((one) => ({ ...one, kind: "vein", verb: w.tree.drains })),
  ];
  const say = async (vessel, reason, regions) => {
    const fields = { [vessel.kind]: vessel.id, reason, regions };
    if (await mark(procedure.id, "anatomy", fields)) done();
  };
  const boxes = anatomy.regions.map((region) => el("label", { class: "box" },
    el("input", { type: "checkbox", name: "region", value: region.id }),
    w.regionNames[region.id] ?? region.id));
  const shape = form([
    field(w.tree.vesselField, choice("vessel", all.map((one, index) =>
      [index, `${one.id} ${one.verb} ${wordsOf(one)}`]))),
    el("fieldset", { class: "boxes" }, el("legend", {}, w.tree.regions), boxes),
    reasonField(w.tree.example),
    el("button", {
      type: "button", name: "back", class: "quiet",
      onclick: (event) => say(chosen(event.currentTarget.form, all), w.tree.takenBack),
    }, w.tree.file),
  ], w.tree.so, ({ reason }, node) => say(chosen(node, all), reason,
    new FormData(node).getAll("region")));
  shape.attributes.onchange = (event) => {
    if (event.target.name === "vessel") fit(event.currentTarget, all);
  };
  return shape;
}

const chosen = (node, all) => all[Number(node.elements.vessel.value)];

// The boxes show what the chosen vessel feeds or drains now.
function fit(node, all) {
  const vessel = chosen(node, all);
  for (const box of node.querySelectorAll("[name=region]")) {
    box.checked = vessel.regions.includes(box.value);
  }
  node.elements.back.hidden = !vessel.changed;
}

const wordsOf = (vessel) => (vessel.known
  ? vessel.regions.map((id) => w.regionNames[id] ?? id).join(", ") || w.tree.nothing
  : w.tree.unknown) + (vessel.changed ? ` ${w.tree.saidHere}` : "");
