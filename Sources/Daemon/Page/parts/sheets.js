// Style sheets that come when something needs them.

const sheets = new Set();

/** Puts a style sheet to use, once; it is there before what needs it is. */
export function styled(name) {
  if (sheets.has(name)) return null;
  sheets.add(name);
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL(`../styles/${name}.css`, import.meta.url).href;
  return new Promise((done) => {
    sheet.onload = done;
    sheet.onerror = done;
    document.head.append(sheet);
  });
}
