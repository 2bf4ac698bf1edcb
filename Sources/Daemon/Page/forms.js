// What people fill in: opening, closing, reasons, places.

import { open } from "./dialog.js";
import { el } from "./dom.js";
import { mark, openProcedure, templates } from "./marks.js";
import { seconds } from "./words.js";

/** Asks for template and pseudonym, and opens a procedure. */
export async function askToOpen() {
  const known = await templates();
  const choice = el("select", { name: "template", required: true },
    Object.entries(known).map(([name, template]) =>
      el("option", { value: name }, template.title ?? name)));
  const dialog = open("Open a procedure", form([
    field("Template", choice),
    field("Patient's pseudonym", el("input", {
      name: "pseudonym", required: true, maxlength: 60, autocomplete: "off",
    }), "Never a name."),
    field("Label tag", el("input", {
      name: "tag", maxlength: 8, pattern: "[A-Za-z0-9]+", autocomplete: "off",
    }), "Begins the printed specimen IDs; leave empty when tubes are scanned at the draw."),
    el("details", {}, el("summary", {}, "Tubes that bear IDs already, or stand by position"),
      sheetField("sheet", "Specimen sheet", "CSV: specimen, site, vein, second."),
      sheetField("positions", "List of positions",
        "CSV: position, site, vein, second; for an analyzer without a bar-code reader.")),
  ], "Open", async ({ sheet, positions, ...values }) => {
    const files = { sheet: await sheet?.text(), positions: await positions?.text() };
    const dropped = Object.entries(files).filter(([, text]) => text);
    if (await openProcedure({ ...values, ...Object.fromEntries(dropped) })) dialog.close();
  }));
}

/** Asks whether the procedure is really over. */
export function askToClose(procedure) {
  const dialog = open("Close the procedure?",
    el("p", {}, "Tubes that were not drawn are then missing. Results may still arrive and revise "
      + "verdicts. It cannot be opened again."),
    el("button", {
      class: "primary", onclick: () => { mark(procedure.id, "close"); dialog.close(); },
    }, "Close it"));
}

/** Asks for the ID on a tube that has no printed label: a scanner types it and presses Enter. */
export function askToScan(procedure, place) {
  const dialog = open(`Scan the tube: ${place.vein} at ${seconds(place.second)} s`, form([
    field("Specimen ID", el("input", { name: "specimen", maxlength: 60, autocomplete: "off" }),
      "The draw counts from here. Leave it empty when the tube bears none."),
  ], "Drawn", async ({ specimen }) => {
    if (await mark(procedure.id, "draw", specimen ? { place, specimen } : { place })) {
      dialog.close();
    }
  }));
}

/** A reason and a button; nothing is said without a reason. */
export function reasonForm(title, say) {
  return form([field("Reason", el("input", { name: "reason", required: true, maxlength: 200 }))],
    title, ({ reason }) => say(reason));
}

/** Corrects the second of a draw. */
export function secondForm(procedure, tube, done) {
  return form([
    field("Drawn at second", el("input", {
      name: "second", type: "number", step: "0.1", required: true,
      value: tube.actual ?? tube.place.second,
    })),
    field("Reason", el("input", { name: "reason", required: true, maxlength: 200 })),
  ], "Correct the second", ({ second, reason }) => {
    mark(procedure.id, "correct-draw", {
      specimen: tube.specimen, second: Number(second), reason,
    });
    done();
  });
}

/** Gives a held specimen its place. */
export function askToAssign(procedure, held) {
  const { plan, injections } = procedure.news;
  const likely = [...procedure.tubes.values()].find((one) =>
    one.specimen && one.specimen === held.suggestion)?.place;
  const choices = (name, values, chosen) => el("select", { name, required: true },
    values.map(([value, text]) => el("option", {
      value, selected: String(value) === String(chosen),
    }, text)));
  const dialog = open(`Assign ${held.specimen}`,
    el("p", {}, held.reason ?? ""),
    held.suggestion ? el("p", { class: "hint" },
      `Very like ${held.suggestion}: the fields show its place. Compare the tube before you agree.`)
      : null,
    form([
      field("Injection", choices("injection",
        injections.map((one) => [one.number, `${one.number} · ${one.site}`]), likely?.injection)),
      field("Vein", choices("vein", plan.veins.map((one) => [one.id, one.id]), likely?.vein)),
      field("Second", choices("second",
        plan.draws.map((one) => [one, `${seconds(one)} s`]), likely?.second)),
      field("Reason", el("input", { name: "reason", required: true, maxlength: 200 })),
    ], "Assign", (values) => {
      mark(procedure.id, "assign", {
        specimen: held.specimen, reason: values.reason,
        place: {
          injection: Number(values.injection), vein: values.vein, second: Number(values.second),
        },
      });
      dialog.close();
    }),
    el("h3", {}, "Or put it aside"),
    reasonForm("Void", (reason) => {
      mark(procedure.id, "void", { specimen: held.specimen, reason });
      dialog.close();
    }));
}

const hormones = ["insulin", "c-peptide", "proinsulin", "gastrin", "glucagon", "pth"];

/** Says what a test code measures that no dialect knows. */
export function askToMap(procedure, test) {
  const planned = procedure.news.plan.analyte;
  const choices = [planned, ...hormones.filter((one) => one !== planned)];
  const dialog = open(`What is test ${test.test} on ${test.line}?`,
    el("p", {}, "It holds for every result of this code on this line, those that came already "
      + "too, until it is said otherwise. Compare with the analyzer's own list of tests."),
    form([
      field("It measures", el("select", { name: "analyte", required: true },
        choices.map((one) => el("option", { value: one, selected: one === planned }, one)))),
    ], "Map", async ({ analyte }) => {
      const isTaken = await mark(procedure.id, "map", {
        line: test.line, test: test.test, analyte,
      });
      if (isTaken) dialog.close();
    }));
}

function sheetField(name, label, hint) {
  return field(label, el("input", { name, type: "file", accept: ".csv,.txt,text/csv" }), hint);
}

/** A labelled input. */
export function field(label, input, hint) {
  return el("label", {}, el("span", {}, label), input, hint ? el("small", {}, hint) : null);
}

/** Fields, and the button that says them. */
export function form(fields, verb, say) {
  return el("form", {
    class: "fields",
    onsubmit: (event) => {
      event.preventDefault();
      const entries = [...new FormData(event.target)].filter(([, value]) => value !== "");
      say(Object.fromEntries(entries));
    },
  }, fields, el("button", { class: "primary" }, verb));
}
