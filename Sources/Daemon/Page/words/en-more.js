// English, as the other views and the dialogs need it.

export default {
  regions: {
    producing: { mark: "▲", word: "producing" },
    "not-producing": { mark: "–", word: "no step-up" },
    pending: { mark: "…", word: "pending" },
    undecided: { mark: "?", word: "undecided" },
    "not-examined": { mark: "", word: "not examined" },
  },
  regionNames: {
    S1: "I", S2: "II", S3: "III", S4: "IV", S5: "V", S6: "VI", S7: "VII", S8: "VIII",
    "upper-head": "upper head", "lower-head": "lower head", uncinate: "uncinate", body: "body",
    tail: "tail", segment: (name) => `Segment ${name}`,
  },
  map: {
    title: "Hormonal map", none: "No procedure has been read yet.",
    picture: "Liver, hepatic veins, arteries and pancreas, from the front",
    basis: "Inferred from the artery's feed and the vein's drainage, which differ between "
      + "patients; no image finding.",
    tree: "Arteries and veins …", scale: "peak ÷ baseline", pick: "Choose a region to see what "
      + "speaks for it and against it.", right: "R", left: "L",
  },
  table: {
    title: "Tubes", held: "Held specimens", unknown: "Unknown tests", specimen: "Specimen",
    injection: "Injection", vein: "Vein", planned: "Planned", actual: "Drawn at", state: "State",
    value: "Result", all: "All", filter: "Show", noId: "no ID yet", assign: "Assign …",
    map: "Map …", like: (id) => `Like ${id}`, noneHeld: "Nothing is held.",
    none: "The tubes appear here when a procedure is opened.", search: "Find a specimen",
    results: (count) => (count === 1 ? "1 result" : `${count} results`),
    on: (line) => `on ${line}`, last: "last", empty: "No tube is in this state.",
  },
  voices: {
    for: { mark: "▲", word: "for it" },
    perhaps: { mark: "△", word: "perhaps" },
    open: { mark: "?", word: "open" },
    explained: { mark: "·", word: "from elsewhere" },
    against: { mark: "–", word: "against it" },
  },
  curves: {
    title: "Curves", ratio: "× baseline of the same vein", threshold: (rule) => `threshold ${rule}`,
    atLeast: "at least this", atMost: "at most this",
    old: "replaced or void", none: "The curves appear here when a procedure is opened.",
    waiting: "not injected yet", point: (vein, second, ratio, text) =>
      `${vein} at ${second} s: ×${ratio} (${text})`, table: "Values",
  },
  withdraw: {
    injection: (name) => `Take injection ${name} back?`,
    injectionHint: "It is planned again. What was drawn before it stays; specimens drawn after it are "
      + "held, to be assigned or voided. The record keeps the mark, and who took it back and why.",
    draw: (vein, second) => `Take the draw of ${vein} at ${second} s back?`,
    drawHint: "The tube is expected again. The record keeps the mark, and who took it back and why.",
    reasons: ["Pressed by mistake", "Another vessel", "Catheter not in place"],
    other: "Or in other words", verb: "Take it back", drawVerb: "Take the draw back",
    short: "Taken back", said: (marked, at, by, reason) =>
      `${marked ? `${marked}, ` : ""}taken back at ${at} by ${by}: ${reason}`,
  },
  tube: {
    title: (vein, second, injection) => `${vein} at ${second} s, injection ${injection}`,
    specimen: "Specimen", state: "State", drawn: "Drawn", unmarked: "not marked",
    after: (second) => `${second} s after the injection`, reason: "Reason",
    drawnNow: "Drawn now", run: (number) => `run ${number}`, flags: (list) => `flags ${list}`,
    measured: (time) => `measured ${time}`, again: "sent again", replaced: "replaced",
    void: "Void this specimen", correct: "Correct the second", second: "Drawn at second",
    move: "Give it another place", from: (line, moment, from, to) =>
      `${line}, moment ${moment}, bytes ${from}–${to}`,
  },
  detail: {
    standing: "Standing", final: "final", provisional: "provisional: results are still to come",
    awaited: "Awaited", before: "Before", ratio: "Ratio", certainty: "Certainty",
    reasons: "Why", baseline: "Baseline", peak: "Peak", level: "Level", rule: "Rule", source: "Source",
    read: "Read", withdrawn: "Withdrawn", wasWithdrawn: "yes: a step-up had been announced",
    others: "By the other rules of the plan", as: (level) => `as ${level}`,
    provisionalWord: "provisional", at: (second) => `at ${second} s`,
    specimen: (id) => `specimen ${id}`,
  },
  plan: {
    title: "Plan", patient: "Patient", analyte: "Analyte", stimulant: "Stimulant",
    rule: "Rule", source: "Source", alongside: "Shown beside", opened: "Opened",
    tagging: "Tubes are known by", labels: (tag) => `labels ${tag}-…`, scanned: "a scan at the draw",
    sheet: (count) => `a sheet of ${count} specimens`,
    positions: (count) => `${count} positions of the run`,
    hint: "A change holds for what is still ahead. What was drawn or measured stays, and every "
      + "change can be taken back here.",
    injections: "Injections", veins: "Veins", draws: "Draws", wait: "Wait between injections",
    add: "Add", move: "Move", set: "Set", repeat: "Repeat", anotherSite: "Another site",
    anotherVein: "Another vein", again: "A site, once more", second: "second",
    from: "from second", to: "to second", seconds: "seconds", drop: (name) =>
      `Drop ${name} from what is ahead`, back: (name) => `Take ${name} back`,
    given: (name, time) => `${name} · ${time}`, none: "No procedure is open.",
    zeroTitle: (name) => `Second zero of ${name}`, shift: "It was at another time",
    notGiven: "It was not given", dose: "Dose", nextDose: "From the next injection on",
    rules: "Rules", anotherRule: "Judge by another rule too",
    later: "Seconds later than marked (earlier: below 0)", correct: "Correct",
    notes: "Notes", note: "Note", write: "Write down", noNotes: "None yet.",
    close: "Close procedure …",
  },
  print: {
    title: "Labels and paper", injection: "For", all: "everything still ahead", paper: "Paper",
    code: "Bar code", skip: "Labels gone from the first sheet", labels: "Show labels to print",
    form: "Blank form on paper",
  },
  tree: {
    title: "This patient's arteries and veins",
    textbook: "As in the anatomy file; textbook branching is found in one of four livers. What "
      + "you say here changes the map at once, and can be taken back.",
    variant: "A known variant", field: "Variant", choose: "Choose it", takeBack: "Take it back",
    vessel: "One vessel", vesselField: "Vessel", feeds: "feeds", drains: "drains",
    so: "It is so", file: "As in the anatomy file again", nothing: "nothing of the map",
    unknown: "what the anatomy does not know", saidHere: "(said here)", regions: "Regions",
    example: "Angiography", takenBack: "taken back",
  },
  line: {
    title: "Lines", none: "No line is configured: name the analyzer in a file like "
      + "config/stepupd.yaml.", open: "open", lost: "lost",     bytes: "Bytes", messages: "Messages", results: "Results",
    defects: "Refused or ignored", damage: "Damage the port counted", noDefects: "nothing",
    live: "On the line", received: "received", sent: "sent", pause: "Hold still",
    resume: "Go on", quiet: "Nothing since this view was opened.",
    untold: "This daemon does not tell the bytes of its lines.",
  },
  procedures: {
    title: "Procedures", open: "Open a procedure …",     show: "Show", replay: "Replay",
    record: "Recording", table: "Table", none: "None yet.", opens: "open", closed: "closed",
    injections: (given, planned) => `${given} of ${planned} injections`, loading: "Asking …",
    unknown: "The daemon does not list past procedures.", play: "Play", pause: "Pause",
    pace: "Pace", position: "Moment", times: (pace) => `${pace}×`, end: "Back to now",
    failed: "It could not be read.",
  },
  report: {
    print: "Print", none: "No procedure to report.",     verdicts: "Verdicts", curves: "Curves", map: "Map", deviations: "Deviations",
    noDeviations: "None is known.", versions: "Made by", anchor: "Journal",
    announcement: (id) => `state after announcement ${id}`, seal: (moment) =>
      `Sealed at moment ${moment} (stepupd verify --seal finds it):`, made: "Printed",
    draft: "PROVISIONAL: results are still to come", simulated: "SIMULATED: no patient",
    rule: "Rule", late: (specimen, seconds) =>
      `${specimen}: drawn ${seconds} s off plan`, voided: (specimen, reason) =>
      `${specimen}: void, ${reason}`, missing: (specimen) => `${specimen}: missing`,
    replaced: (specimen, text) => `${specimen}: ${text} was replaced`,
    notMarked: (site) => `${site}: second zero was not marked`, sign: "Read by",
  },
  forms: {
    reason: "Reason", back: "Back", open: "Open a procedure", opened: "Open",
    template: "Template", pseudonym: "Patient's pseudonym", never: "Never a name.",
    tag: "Label tag", tagHint: "Begins the printed specimen IDs; leave empty when tubes are "
      + "scanned at the draw.", files: "Tubes that bear IDs already, or stand by position",
    sheet: "Specimen sheet", sheetHint: "CSV: specimen, site, vein, second.",
    positions: "List of positions",
    positionsHint: "CSV: position, site, vein, second; for an analyzer without a bar-code reader.",
    close: "Close the procedure?", closeHint: "Tubes that were not drawn are then missing. Results "
      + "may still arrive and revise verdicts. It cannot be opened again.", closeIt: "Close it",
    scan: (vein, second) => `Scan the tube: ${vein} at ${second} s`, id: "Specimen ID",
    scanHint: "The draw counts from here. Leave it empty when the tube bears none.",
    drawn: "Drawn", assign: (id) => `Assign ${id}`, suggestion: (id) => `Very like ${id}: the `
      + "fields show its place. Compare the tube before you agree.", assignIt: "Assign",
    aside: "Or put it aside", void: "Void", measures: "It measures", mapTitle: (test, line) =>
      `What is test ${test} on ${line}?`, mapHint: "It holds for every result of this code on "
      + "this line, those that came already too, until it is said otherwise. Compare with the "
      + "analyzer's own list of tests.", mapIt: "Map", which: (id) => `Which tube is ${id}?`,
    whichHint: "Its ID is in no plan. Choose where it was drawn.",
  },
  screen: {
    title: "This screen", hint: "Kept on this screen only.", theme: "Light", dark: "Dark",
    light: "Light", system: "As the system says", language: "Language", sound: "Sound",
    by: "Who marks on this screen", byHint: "Stands in the record beside every mark.",
    silent: "No sound", beeps: "A sound for notices and due draws", keys: "Keys",
    keysHint: "Foot pedals and scanners are keyboards. Press a key in a field to choose it, "
      + "Backspace for none. A scan never triggers them.", none: "none",
    actions: {
      draw: "Mark the next draw", inject: "Start the next injection (twice)",
      acknowledge: "Acknowledge the notice", "vein-0": "Draw from the first vein",
      "vein-1": "Draw from the second vein", "vein-2": "Draw from the third vein",
      "vein-3": "Draw from the fourth vein",
    },
  },
};
