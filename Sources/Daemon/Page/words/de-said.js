// What the daemon says in English sentences, in German.

const number = (value) => String(Number(value.toPrecision(3))).replace(".", ",");
const percent = (share) => (share < 0.01 ? "weniger als 1 %" : share > 0.99 ? "mehr als 99 %"
  : `${Math.round(share * 100)} %`);
const at = ({ vein, second, injection }) => `${vein} bei ${second} s der Injektion ${injection}`;

const phrases = {
  "not planned any more": "nicht mehr geplant",
  "not planned then": "damals nicht geplant",
  "not drawn before the close": "vor dem Abschluss nicht abgenommen",
  "no result in time": "kein Ergebnis in der Zeit",
  "not in any plan": "in keinem Plan",
  "cleared by branches without step-up": "durch Äste ohne Anstieg entlastet",
  "its artery feeds both organs, and the veins do not tell them apart":
    "die Arterie versorgt beide Organe, und die Venen unterscheiden sie nicht",
  "all veins rise alike, as through the portal vein":
    "alle Venen steigen gleich, wie über die Pfortader",
  "only some veins rise so much, as from a part of the liver":
    "nur einige Venen steigen so stark, wie aus einem Teil der Leber",
  "its artery feeds nothing that the vein drains":
    "die Arterie versorgt nichts, was die Vene entwässert",
};

const hints = {
  "swapped-veins": ([here, there], e) => `${at(here)} ist ${number(e.first)}, wo die Nachbarn `
    + `${number(e["first-expected"])} nahelegen, und ${at(there)} ist ${number(e.second)} statt `
    + `${number(e["second-expected"])}: die Röhrchen sind vielleicht vertauscht.`,
  "swapped-times": ([here, there], e) => `${at(here)} ist ${number(e.first)} und ${at(there)} `
    + `${number(e.second)}: umgekehrt wäre der Verlauf glatter; vielleicht sind die Röhrchen `
    + "vertauscht.",
  "other-injection": ([here, there], e) => `${at(here)} ist ${number(e.value)}, wo die Nachbarn `
    + `${number(e.expected)} nahelegen; der Wert passte zu ${at(there)}.`,
  "carry-over": ([here, there], e) => `${at(here)} ist ${number(e.value)}, wo die Nachbarn `
    + `${number(e.expected)} nahelegen, und wurde gleich nach ${at(there)} mit `
    + `${number(e.before)} gemessen: vielleicht verschleppt.`,
  haemolysis: ([here]) => `${at(here)} ist laut Gerät hämolytisch: Insulin kann verloren sein.`,
  prozone: ([here], e) => `${at(here)} ist ${number(e.value)}, und der Test kann ab `
    + `${number(e.from)} zu niedrig messen: verdünnen.`,
  "raised-baseline": ([here], e) => `Die Basis von ${here.vein} vor Injektion ${here.injection} `
    + `ist ${number(e.baseline)}, die niedrigste davor war ${number(e.lowest)}: die Injektion `
    + "davor ist vielleicht nicht abgeklungen.",
  "drifting-baseline": ([here], e) => `Die Basis von ${here.vein} steigt von Injektion zu `
    + `Injektion: ${Object.values(e).map(number).join(", ")}.`,
  "too-soon": ([here], e) => `Injektion ${here.injection} folgte nach ${number(e.passed)} s; der `
    + `Plan wartet ${number(e.wait)} s: ihre Basis ist vielleicht nicht zurück.`,
  recirculation: ([here], e) => `Nach Injektion ${here.injection} steigen alle Venen spät und `
    + `gleich (×${number(e["lowest-ratio"])} bis ×${number(e["highest-ratio"])}, ab `
    + `${number(e["first-peak"])} s): so wirken kreisender Reizstoff und ein Pankreas hinter der `
    + "Pfortader.",
  "all-territories": (places, e) => `Alle ${number(e.sites)} Orte steigen an: diffuse Erkrankung `
    + "oder kreisender Reizstoff.",
  "discordant-veins": (places, e) => `Nach Injektion ${places[0].injection}, nur ins Pankreas, `
    + `steigt ${places[0].vein} ×${number(e.ratio)} und ${places.at(-1).vein} `
    + `×${number(e["other-ratio"])}: sie sollten übereinstimmen.`,
  "off-plan": ([here], e) => `${at(here)} wurde bei ${number(e.actual)} s abgenommen: danach wird `
    + "geurteilt.",
};

const notices = {
  "line-lost": ({ line }) => `Leitung ${line} ist verloren: Kabel und Gerät prüfen; sie wird von `
    + "selbst wieder geöffnet.",
  held: ({ specimen }) => `Probe ${specimen} wird zurückgehalten: zuordnen, wenn sie von diesem `
    + "Patienten ist.",
  "held-before": ({ specimen }) => `Ergebnisse der Probe ${specimen} kamen früher und werden `
    + "zurückgehalten: zuordnen, wenn sie zu diesem Röhrchen gehören.",
  "id-twice": ({ specimen }) => `Die Nummer ${specimen} ist für zwei Röhrchen geplant: das zweite `
    + "hat keine; eine andere scannen.",
  "no-value": ({ specimen }) => `Das Gerät gab für Probe ${specimen} keinen Wert: nochmals messen.`,
  "result-cancelled": ({ specimen }) => `Das Gerät hat ein Ergebnis der Probe ${specimen} `
    + "zurückgezogen: nochmals messen.",
  "result-of-void": ({ specimen }) => `Probe ${specimen} ist ungültig; ihr Ergebnis wird nur `
    + "gezeigt.",
  "unmapped-test": ({ specimen }) => `Ein Test der Probe ${specimen} ist hier nicht bekannt und `
    + "wird nicht beurteilt: sagen Sie unter Röhrchen, was er misst.",
  "less-exact": ({ specimen }) => `Probe ${specimen}: das neue Ergebnis sagt weniger als das alte, `
    + "das bleibt.",
  "bound-for-number": ({ specimen }) => `Probe ${specimen}: eine Schranke tritt an die Stelle eines `
    + "Werts, dem sie widerspricht: Probe ansehen.",
  "order-unknown": ({ specimen }) => `Probe ${specimen} hat Ergebnisse, von denen nichts sagt, `
    + "welches zuletzt gemessen wurde: ihre Urteile gelten für jedes.",
  "counts-again": ({ specimen }) => `Probe ${specimen}: ein früheres Ergebnis zählt wieder.`,
};

/** The sentences by their kind. */
export default {
  phrase: (text) => phrases[text],
  reading: ({ kind, names, strongest, final, sites }) => [{
    hepatic: `Anstieg in der Leber: ${names}`, pancreatic: `Anstieg im Pankreas: ${names}`,
    both: `Anstieg in Leber und Pankreas: ${names}`,
    diffuse: "Jeder Ort steigt an: diffuse Erkrankung oder kreisender Reizstoff",
    "no-step-up-detected": "Kein Anstieg gefunden",
    unclear: sites.length
      ? `Anstieg nach ${sites.join(", ")}, der auf kein einzelnes Organ und keine Region weist`
      : "Kein Anstieg ist bewiesen, und keiner ist auszuschließen",
    incomplete: "Bisher kein Anstieg, und nicht jeder geplante Ort ist in jeder Vene beurteilt",
  }[kind], strongest && ["hepatic", "pancreatic", "both"].includes(kind)
    && `am stärksten nach ${strongest}`,
  !final && kind !== "incomplete" && "vorläufig, es steht noch etwas aus",
  ].filter(Boolean).join("; ").concat("."),
  region: ({ state, strongest, evidence }) => {
    const after = (says) => [...new Set(evidence.filter((one) => one.says === says)
      .map((one) => one.site))].join(", ");
    if (state === "producing" && strongest) {
      return `×${number(strongest.ratio)} nach ${strongest.site} in ${strongest.vein} bei `
        + `${number(strongest.second)} s.`;
    }
    if (state === "not-producing") return `Kein Anstieg nach ${after("against")}.`;
    if (state === "undecided") {
      return `Offen nach ${[after("open"), after("perhaps")].filter(Boolean).join(", ")}.`;
    }
    return "Bisher gibt keine Injektion und Vene darüber Auskunft.";
  },
  hint: ({ kind, places, evidence }) => hints[kind]?.(places, evidence),
  notice: (news) => (news.specimen || news.line ? notices[news.code]?.(news) : undefined),
  certainty: ({ probability, near, settles }) => probability && [
    probability.low === probability.high
      ? `${percent(probability.low)} wahrscheinlich, dass der wahre Anstieg der Regel genügt`
      : `${percent(probability.low)} bis ${percent(probability.high)} wahrscheinlich, dass der `
        + "wahre Anstieg der Regel genügt",
    near && "nahe der Schwelle",
    settles && `${settles} weitere übereinstimmende Messungen jedes Röhrchens entschieden es`,
  ].filter(Boolean).join("; "),
};
