// What people say to the station, and what it answers.

import { confirm, refuse } from "../parts/answers.js";
import { screen } from "../state/screen.js";
import { w } from "../words/words.js";

const bounce = 300;
let last = { text: "", at: 0 };
let isPast = () => false;

/** How to tell that a past procedure is shown, on which nothing can be marked. */
export function marksUnless(past) { isPast = past; }

/**
 * Says `action` on a procedure; `taken` is shown when it was, beside what `undo` does. The same
 * within 300 ms is a bouncing key and said once.
 */
export function mark(procedure, action, fields = {}, taken = "", undo = null) {
  return post(`/api/procedures/${encodeURIComponent(procedure)}/marks`, { action, ...fields },
    taken, undo);
}

/** Says that a notice was seen. */
export const acknowledgeNotice = (id) => post(`/api/notices/${id}/acknowledgement`, {});

/** Opens a procedure from a template; the answer names it. */
export function openProcedure(fields) { return post("/api/procedures", fields); }

/** What the API says at `path`; nothing when it does not say it. */
export async function ask(path) {
  const answer = await fetch(path).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

async function post(path, fields, taken = "", undo = null) {
  const text = JSON.stringify(screen.by ? { ...fields, by: screen.by } : fields);
  const at = performance.now();
  if (last.text === path + text && at - last.at < bounce) return false;
  last = { text: path + text, at };
  if (isPast()) {
    refuse(w.notices.isReplay);
    return false;
  }
  try {
    const answer = await send(path, text, newKey());
    const body = await answer.json();
    if (answer.ok) refuse("");
    else refuse(body.reason ?? "");
    if (answer.ok && taken) confirm(taken, undo);
    return answer.ok && body;
  } catch {
    refuse(w.notices.silent);
    return false;
  }
}

// A request that got no answer is sent once more under its own key: taken twice, it counts once.
async function send(path, body, key) {
  const request = {
    method: "POST", body,
    headers: { "Content-Type": "application/json", "Idempotency-Key": key },
  };
  try {
    return await fetch(path, request);
  } catch {
    await new Promise((done) => { setTimeout(done, 400); });
    return fetch(path, request);
  }
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `page-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
