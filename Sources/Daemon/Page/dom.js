// Small tools for building elements; text always goes in as text, never as markup.

const svgSpace = "http://www.w3.org/2000/svg";

/** An element: `el("td", { class: "x", title: "y" }, "text", child)`. */
export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same in SVG. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(svgSpace, name), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity)
    .filter((child) => child !== null && child !== undefined));
  return node;
}

const drawn = new WeakMap();

/**
 * Builds the content of `root` anew when `input` differs from the last time, and gives the focus
 * back to the element with the same `data-key`.
 */
export function draw(root, input, build) {
  const signature = JSON.stringify(input);
  if (drawn.get(root) === signature) return false;
  drawn.set(root, signature);
  const focused = root.contains(document.activeElement)
    ? document.activeElement.dataset.key : undefined;
  const scrolled = root.scrollTop;
  root.replaceChildren(...build().flat().filter(Boolean));
  root.scrollTop = scrolled;
  if (focused) root.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  return true;
}

/** Sets a text only when it changes, so that nothing is laid out for nothing. */
export function say(node, text) {
  if (node && node.textContent !== text) node.textContent = text;
}
