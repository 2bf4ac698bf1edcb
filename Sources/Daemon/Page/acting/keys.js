// Keys, foot pedals and scanners: all are keyboards, and only their pace tells them apart.
//
// A scanner types a character every few milliseconds and ends with Enter. A single key waits a
// moment before it acts, so that the first character of a scan never triggers anything.

const pace = 60;
const patience = 100;
const bounce = 300;
const shortest = 4;

let typed = "";
let at = -Infinity;
let timer = 0;
const acted = new Map();

/** Calls `scan(text)` for what a scanner typed and `press(key)` for a key by itself. */
export function listen({ scan, press }) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const isField = isEditable(event.target);
    const isBurst = event.timeStamp - at <= pace;
    if (event.key.length === 1) take(event, isBurst, isField, { scan, press });
    else if (event.key === "Enter" || event.key === "Tab") end(event, isBurst, isField, scan);
    else if (!isField && event.key !== "Shift") once(event, press);
  }, true);
}

function take(event, isBurst, isField, { scan, press }) {
  typed = isBurst ? typed + event.key : event.key;
  at = event.timeStamp;
  clearTimeout(timer);
  if (isField) return;
  if (typed.length > 1) event.preventDefault();
  const { key, repeat } = event;
  timer = setTimeout(() => {
    if (typed.length === 1) once({ key, repeat, timeStamp: at }, press);
    else if (typed.length >= shortest) scan(typed);
    typed = "";
  }, patience);
}

// A scan ends here. Its Enter must press no button, and send no form that waits for other words.
function end(event, isBurst, isField, scan) {
  const isScan = isBurst && typed.length >= shortest;
  const text = typed;
  typed = "";
  clearTimeout(timer);
  if (!isScan || event.target.dataset?.scan !== undefined) return;
  event.preventDefault();
  event.stopPropagation();
  if (!isField) scan(text);
}

function once({ key, repeat, timeStamp }, press) {
  if (repeat || timeStamp - (acted.get(key) ?? -Infinity) < bounce) return;
  acted.set(key, timeStamp);
  press(key);
}

const isEditable = (node) => node instanceof Element
  && Boolean(node.closest("input:not([type=checkbox]):not([type=radio]), textarea, select"));
