// Where the focus is, and whether a reader can see that place. Null when the focus is on no element of the page.
const element = document.activeElement;
if (!element || element === document.body || element === document.documentElement) return null;
const group = element.type === "radio" && element.name ? element.name : null;
let index = window.everywayStops.indexOf(element);
if (index < 0 && group) index = window.everywayStops.findIndex((each) => each.type === "radio" && each.name === group);

// A control drawn by its label is seen where its label is.
const seen = shown(element) && !hiddenFromEyes(element) ? element : ([...(element.labels ?? [])].find(shown) ?? element);
const box = seen.getBoundingClientRect();
let hidden = "";
let cover = "";
const width = document.documentElement.clientWidth;
const left = Math.max(box.left, 0);
const right = Math.min(box.right, width);
const top = Math.max(box.top, 0);
const bottom = Math.min(box.bottom, innerHeight);
if (right - left < 2 || bottom - top < 2 || hiddenFromEyes(seen)) {
  hidden = "off";
} else {
  const over = [];
  for (const across of [0.1, 0.5, 0.9]) {
    for (const down of [0.1, 0.5, 0.9]) {
      const top_most = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down);
      const own = !top_most || seen.contains(top_most) || top_most.contains(seen) || [...(element.labels ?? [])].some((label) => label.contains(top_most));
      if (!own) over.push(top_most);
    }
  }
  if (over.length > 4) {
    hidden = "under";
    cover = namely(over[0]);
  }
}

// Elements of the same name, classes and state in places of the same names and classes are drawn by the same rules.
const kind = [];
for (let each = element; each && each !== document.body; each = each.parentElement) {
  kind.push([each.localName, each.type ?? "", each.className?.baseVal ?? each.className, each.ariaCurrent ?? ""].join(" ").trim());
}
return {
  index,
  kind: kind.join(" < "),
  element: namely(element),
  words: says(element),
  box: [box.left + scrollX, box.top + scrollY, box.width, box.height],
  hidden,
  cover,
};
