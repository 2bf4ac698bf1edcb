// What people are asked: opening, closing, a tube's ID, a held specimen's place, a test's meaning.

import { ask, mark, openProcedure } from "../acting/marks.js";
import { drawsOf } from "../state/procedure.js";
import { seconds } from "../words/numbers.js";
import { phrase } from "../words/said.js";
import { w } from "../words/words.js";
import { open } from "./dialog.js";
import { el } from "./dom.js";
import { choice, field, form, reasonField, reasonForm } from "./forms.js";

/** Asks for template and pseudonym, and opens a procedure. */
export async function askToOpen() {
  const known = await ask("/api/templates") ?? {};
  const f = w.forms;
  const dialog = open(f.open, form([
    field(f.template, choice("template",
      Object.entries(known).map(([name, template]) => [name, template.title ?? name]))),
    field(f.pseudonym, el("input", {
      name: "pseudonym", required: true, maxlength: 60, autocomplete: "off",
    }), f.never),
    field(f.tag, el("input", {
      name: "tag", maxlength: 8, pattern: "[A-Za-z0-9]+", autocomplete: "off",
    }), f.tagHint),
    el("details", {}, el("summary", {}, f.files),
      sheetField("sheet", f.sheet, f.sheetHint),
      sheetField("positions", f.positions, f.positionsHint)),
  ], f.opened, async ({ sheet, positions, ...values }) => {
    const files = { sheet: await sheet?.text(), positions: await positions?.text() };
    const dropped = Object.entries(files).filter(([, text]) => text);
    if (await openProcedure({ ...values, ...Object.fromEntries(dropped) })) dialog.close();
  }));
}

function sheetField(name, label, hint) {
  return field(label, el("input", { name, type: "file", accept: ".csv,.txt,text/csv" }), hint);
}

/** Asks whether the procedure is really over. */
export function askToClose(procedure) {
  const dialog = open(w.forms.close, el("p", {}, w.forms.closeHint), el("button", {
    class: "primary",
    onclick: async () => { if (await mark(procedure.id, "close")) dialog.close(); },
  }, w.forms.closeIt));
}

/** Asks for the ID on a tube that has no printed label: a scanner types it and presses Enter. */
export function askToScan(procedure, place) {
  const dialog = open(w.forms.scan(place.vein, seconds(place.second)), form([
    field(w.forms.id, el("input", {
      name: "specimen", maxlength: 60, autocomplete: "off", "data-scan": "",
    }), w.forms.scanHint),
  ], w.forms.drawn, async ({ specimen }) => {
    if (await mark(procedure.id, "draw", specimen ? { place, specimen } : { place })) {
      dialog.close();
    }
  }));
}

/** Asks which of the due tubes a scanned one is. */
export function askToPlace(procedure, specimen, places) {
  const dialog = open(w.forms.which(specimen), el("p", {}, w.forms.whichHint),
    el("div", { class: "choices" }, places.map((place) => el("button", {
      class: "large",
      onclick: async () => {
        if (await mark(procedure.id, "draw", { place, specimen })) dialog.close();
      },
    }, el("b", {}, place.vein), ` ${seconds(place.second)} s`))));
}

/** Gives a specimen its place: a held one, or one that stands elsewhere. */
export function askToAssign(procedure, held) {
  const likely = held.place ?? [...procedure.tubes.values()].find((one) =>
    one.specimen && one.specimen === held.suggestion)?.place;
  const dialog = open(w.forms.assign(held.specimen),
    held.reason ? el("p", {}, phrase(held.reason)) : null,
    held.suggestion ? el("p", { class: "hint" }, w.forms.suggestion(held.suggestion)) : null,
    placeForm(procedure, held.specimen, likely, () => dialog.close()),
    held.state === "held" ? [
      el("h3", {}, w.forms.aside),
      reasonForm(w.forms.void, async (reason) => {
        const fields = { specimen: held.specimen, reason };
        if (await mark(procedure.id, "void", fields)) dialog.close();
      }),
    ] : null);
}

function placeForm(procedure, specimen, likely, done) {
  const { plan, injections } = procedure.news;
  return form([
    el("div", { class: "beside" },
      field(w.table.injection, choice("injection",
        injections.map((one) => [one.number, `${one.number} · ${one.site}`]), likely?.injection)),
      field(w.table.vein, choice("vein", plan.veins.map((one) => [one.id, one.id]), likely?.vein)),
      field(w.table.planned, choice("second",
        drawsOf(plan).map((one) => [one, `${seconds(one)} s`]), likely?.second))),
    reasonField(),
  ], w.forms.assignIt, async (values) => {
    const place = {
      injection: Number(values.injection), vein: values.vein, second: Number(values.second),
    };
    if (await mark(procedure.id, "assign", { specimen, reason: values.reason, place })) done();
  });
}

const hormones = ["insulin", "c-peptide", "proinsulin", "gastrin", "glucagon", "pth"];

/** Says what a test code measures that no dialect knows. */
export function askToMap(procedure, test) {
  const planned = procedure.news.plan.analyte;
  const choices = [planned, ...hormones.filter((one) => one !== planned)];
  const dialog = open(w.forms.mapTitle(test.test, test.line), el("p", {}, w.forms.mapHint),
    form([
      field(w.forms.measures, choice("analyte", choices.map((one) => [one, one]), planned)),
    ], w.forms.mapIt, async ({ analyte }) => {
      const fields = { line: test.line, test: test.test, analyte };
      if (await mark(procedure.id, "map", fields)) dialog.close();
    }));
}
