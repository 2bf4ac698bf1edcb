// Elements that tell time: each keeps itself up to date, so that no view is drawn for a second.

import { rest, tick } from "../state/beat.js";
import { age, clockTime, minutes, now, since } from "../state/clock.js";
import { showDigits } from "../drawing/digits.js";
import { w } from "../words/words.js";
import { say } from "./dom.js";

class Ticking extends HTMLElement {
  connectedCallback() {
    this.step = () => this.show();
    tick(this.step);
  }

  disconnectedCallback() { rest(this.step); }

  static observedAttributes = ["since", "until", "due", "zero", "draws", "words"];

  attributeChangedCallback() { if (this.isConnected) this.show(); }
}

/**
 * `<step-seconds since="…">`: whole seconds since a time, in drawn digits; with `until`, in
 * milliseconds, minutes and seconds that are left; dashes for neither.
 */
class Seconds extends Ticking {
  show() { showDigits(this, this.hasAttribute("since") ? this.passed() : this.left()); }

  passed() {
    const passed = Math.max(0, since(this.getAttribute("since")));
    this.toggleAttribute("long", passed >= 1000);
    return passed < 1000 ? String(Math.floor(passed)) : minutes(passed);
  }

  left() {
    const until = Number(this.getAttribute("until"));
    return until ? minutes((until - now()) / 1000 + 1) : "---";
  }
}

/** `<step-countdown due="…">`: seconds to a draw; `phase` is coming, now or late. */
class Countdown extends Ticking {
  show() {
    const due = this.getAttribute("due");
    const left = due ? (Date.parse(due) - now()) / 1000 : null;
    const phase = left === null ? "open" : left > 5 ? "coming" : left > -5 ? "now" : "late";
    if (this.getAttribute("phase") !== phase) this.setAttribute("phase", phase);
    if (left === null) say(this, this.getAttribute("words"));
    else if (phase === "late") say(this, w.room.late(Math.floor(-left)));
    else say(this, phase === "now" ? w.room.now : w.room.in(`${Math.ceil(left)} s`));
  }
}

/** `<step-age since="…">`: how long ago something was heard. */
class Age extends Ticking {
  show() {
    const heard = this.getAttribute("since");
    say(this, heard ? w.frame.heard(age(since(heard))) : w.frame.unheard);
  }
}

/** `<step-wait until="…">`: when the next injection may follow; `beside` the digits, without them. */
class Wait extends Ticking {
  show() {
    const left = (Number(this.getAttribute("until")) - now()) / 1000;
    const words = this.hasAttribute("beside") ? w.room.untilNext : w.room.mayFollow(minutes(left + 1));
    say(this, left > 0 ? words : w.room.mayNow);
  }
}

/** `<step-clock>`: the server's time. */
class Clock extends Ticking {
  show() { say(this, clockTime(now())); }
}

/**
 * `<step-cursor zero="…" draws="0,30,60">`: stands between the columns of the draws, which are of
 * equal width, where the present is.
 */
class Cursor extends Ticking {
  show() {
    const draws = this.getAttribute("draws").split(",").map(Number);
    const passed = since(this.getAttribute("zero"));
    const next = draws.findIndex((second) => second > passed);
    const last = next < 0 ? draws.length - 1 : Math.max(0, next - 1);
    const [from, to] = [draws[last], draws[last + 1] ?? draws[last] + 30];
    const share = Math.min(0.5, Math.max(0, (passed - from) / (to - from)));
    const full = next < 0 ? share : Math.max(0, (passed - from) / (to - from));
    this.style.setProperty("--at", ((last + 0.5 + full) / draws.length).toFixed(4));
  }
}

customElements.define("step-seconds", Seconds);
customElements.define("step-countdown", Countdown);
customElements.define("step-age", Age);
customElements.define("step-wait", Wait);
customElements.define("step-clock", Clock);
customElements.define("step-cursor", Cursor);
