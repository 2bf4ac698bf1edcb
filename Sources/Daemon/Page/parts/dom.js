// Descriptions of elements, and the one place that makes the document follow them.
//
// A view is a function from the state to descriptions. What is there already is kept and changed in
// place: a button stays the same button while results come in, so that no press, focus or
// scrolling is lost. Text always goes in as text, never as markup.

const spaces = { svg: "http://www.w3.org/2000/svg" };
const described = Symbol("described");

/** Describes an element: `el("td", { class: "x", onclick: act }, "text", child)`. */
export function el(name, attributes = {}, ...children) {
  return { name, attributes, children: flat(children) };
}

/** The same in SVG. */
export function svg(name, attributes = {}, ...children) {
  return { name, attributes, children: flat(children), space: spaces.svg };
}

/** Makes the content of `root` what is described. */
export function draw(root, ...children) { settle(root, flat(children)); }

/** Makes one element, for what stands outside every view. */
export function build(description) { return make(description); }

/** Sets a text only when it changes, so that nothing is laid out for nothing. */
export function say(node, text) {
  if (node && node.textContent !== text) node.textContent = text;
}

function flat(children) {
  return children.flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false && child !== "")
    .map((child) => (typeof child === "object" ? child : String(child)));
}

function settle(parent, wanted) {
  const keyed = new Map();
  const loose = [];
  for (const node of parent.childNodes) {
    const key = node[described] && keyOf(node[described]);
    if (key === undefined) loose.push(node);
    else keyed.set(key, node);
  }
  let place = parent.firstChild;
  for (const one of wanted) {
    const node = known(one, keyed, loose) ?? make(one);
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
    follow(node, one);
  }
  while (place) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

// What can be pressed never becomes something else under the finger: without a key of its own, a
// button or a link is known by its words.
function keyOf({ name, attributes, children }) {
  const key = attributes?.["data-key"];
  if (key !== undefined || (name !== "button" && name !== "a")) return key;
  return `${name} ${children.filter((child) => typeof child === "string").join()}`;
}

// The node that may become what is described: of the same key, or the next of the same kind.
function known(one, keyed, loose) {
  const key = keyOf(one);
  if (key !== undefined) {
    const node = keyed.get(key);
    keyed.delete(key);
    return node?.[described].name === one.name ? node : undefined;
  }
  const name = typeof one === "string" ? undefined : one.name;
  const index = loose.findIndex((node) => node[described]?.name === name);
  return index < 0 ? undefined : loose.splice(index, 1)[0];
}

function make(one) {
  if (typeof one === "string") return document.createTextNode(one);
  const node = one.space
    ? document.createElementNS(one.space, one.name) : document.createElement(one.name);
  follow(node, one);
  return node;
}

function follow(node, one) {
  if (typeof one === "string") {
    if (node.data !== one) node.data = one;
    return;
  }
  const before = node[described];
  if (before === one) return;
  node[described] = one;
  dress(node, before?.attributes ?? {}, one.attributes);
  // What stands in an element of our own is its own matter.
  if (!one.name.includes("-")) settle(node, one.children);
}

function dress(node, before, now) {
  for (const name of Object.keys(before)) if (!(name in now)) put(node, name, null, before[name]);
  for (const [name, value] of Object.entries(now)) {
    if (name === "style" || before[name] !== value) put(node, name, value, before[name]);
  }
}

function put(node, name, value, before) {
  if (name.startsWith("on")) listen(node, name.slice(2), value);
  else if (name === "style") restyle(node, before ?? {}, value ?? {});
  else if (value === null || value === undefined || value === false) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? "" : value);
}

function listen(node, type, act) {
  node.acts ??= {};
  if (!(type in node.acts)) node.addEventListener(type, (event) => node.acts[type]?.(event));
  node.acts[type] = act;
}

function restyle(node, before, now) {
  for (const name of Object.keys(before)) if (!(name in now)) node.style.removeProperty(name);
  for (const [name, value] of Object.entries(now)) {
    if (before[name] !== value) node.style.setProperty(name, value);
  }
}
