// How this patient's arteries and veins differ from the anatomy file: variants, and single vessels.

import { open } from "./dialog.js";
import { el } from "./dom.js";
import { mark } from "./marks.js";
import { field, form } from "./forms.js";
import { regionNames } from "./words.js";

/** Shows the tree that the map rests on, and takes what differs in this patient. */
export async function askForTree(procedure) {
  const answer = await fetch("/api/anatomy");
  const anatomy = answer.ok ? await answer.json() : { variants: [], regions: [] };
  const { tree } = procedure.map;
  const dialog = open("This patient's arteries and veins",
    el("p", {}, tree.text ?? "As in the anatomy file; textbook branching is found in one of four "
      + "livers. What you say here changes the map at once, and can be taken back."),
    variants(procedure, anatomy, tree, () => dialog.close()),
    el("h3", {}, "One vessel"),
    vessels(procedure, anatomy, tree, () => dialog.close()));
}

function variants(procedure, anatomy, tree, done) {
  const chosen = new Set(tree.variants);
  const has = anatomy.variants.filter((one) => chosen.has(one.id));
  const other = anatomy.variants.filter((one) => !chosen.has(one.id));
  const say = (variant, isChosen) => async ({ reason }) => {
    const fields = { variant, chosen: isChosen, reason };
    if (await mark(procedure.id, "anatomy", fields)) done();
  };
  return [
    has.map((one) => [
      el("h3", {}, one.name), el("p", { class: "hint" }, one.read),
      form([reason()], "Take it back", say(one.id, false)),
    ]),
    other.length ? [
      el("h3", {}, "A known variant"),
      form([
        field("Variant", el("select", { name: "variant" }, other.map((one) =>
          el("option", { value: one.id, title: one.read }, one.name)))),
        reason(),
      ], "Choose it", (values) => say(values.variant, true)(values)),
    ] : null,
  ];
}

function vessels(procedure, anatomy, tree, done) {
  const all = [
    ...tree.sites.map((one) => ({ ...one, kind: "artery", verb: "feeds" })),
    ...tree.veins.map((one) => ({ ...one, kind: "vein", verb: "drains" })),
  ];
  const choice = el("select", { name: "vessel" }, all.map((one, index) =>
    el("option", { value: index }, `${one.id} ${one.verb} ${words(one)}`)));
  const boxes = anatomy.regions.map((region) => el("label", { class: "box" },
    el("input", { type: "checkbox", name: "region", value: region.id }),
    regionNames[region.id] ?? region.id));
  const fit = () => {
    const vessel = all[Number(choice.value)];
    for (const box of boxes) {
      box.firstChild.checked = vessel.regions.includes(box.firstChild.value);
    }
    back.hidden = !vessel.changed;
  };
  const say = async (regions, why) => {
    const vessel = all[Number(choice.value)];
    const fields = { [vessel.kind]: vessel.id, reason: why };
    if (regions) fields.regions = regions;
    if (await mark(procedure.id, "anatomy", fields)) done();
  };
  const marked = () => boxes.map((box) => box.firstChild).filter((box) => box.checked)
    .map((box) => box.value);
  const back = el("button", { type: "button", class: "quiet",
    onclick: () => say(null, "taken back") }, "As in the anatomy file again");
  choice.addEventListener("change", fit);
  const shape = form([
    field("Vessel", choice), el("fieldset", { class: "boxes" }, boxes), reason(), back,
  ], "It is so", (values) => say(marked(), values.reason));
  fit();
  return shape;
}

const words = (vessel) => (vessel.known
  ? vessel.regions.map((id) => regionNames[id] ?? id).join(", ") || "nothing of the map"
  : "what the anatomy does not know") + (vessel.changed ? " (said here)" : "");

const reason = () => field("Reason",
  el("input", { name: "reason", required: true, maxlength: 200, placeholder: "Angiography" }));
