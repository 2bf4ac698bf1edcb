// What people say to the station, and what it answers.

let last = { text: "", at: 0 };
let tell = () => {};

/** Who shows the answers: `show(text, isRefusal)`. */
export function answersTo(show) { tell = show; }

/** Says `action` on a procedure; the same within 300 ms is a bouncing key and said once. */
export function mark(procedure, action, fields = {}) {
  return post(`/api/procedures/${encodeURIComponent(procedure)}/marks`, { action, ...fields });
}

/** Opens a procedure from a template. */
export function openProcedure(fields) { return post("/api/procedures", fields); }

/** The templates, by name. */
export async function templates() {
  const answer = await fetch("/api/templates");
  return answer.ok ? answer.json() : {};
}

async function post(path, fields) {
  const text = JSON.stringify(fields);
  const now = performance.now();
  if (last.text === path + text && now - last.at < 300) return false;
  last = { text: path + text, at: now };
  try {
    const answer = await send(path, text, newKey());
    const body = await answer.json();
    tell(answer.ok ? "" : body.reason ?? "", !answer.ok);
    return answer.ok;
  } catch {
    tell("The daemon does not answer: mind the clock, and mark it again.", true);
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
