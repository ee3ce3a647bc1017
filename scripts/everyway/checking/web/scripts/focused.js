// Where the focus is, and whether a reader can see that place. Null when the focus is on no element of the page.
const element = document.activeElement;
if (!element || element === document.body || element === document.documentElement) return null;
let index = window.everywayStops.indexOf(element);
if (index < 0 && element.type === "radio" && element.name) {
  index = window.everywayStops.findIndex((each) => each.type === "radio" && each.name === element.name);
}

const seen = drawnAs(element);
const box = seen.getBoundingClientRect();
let hidden = "";
let cover = "";
const left = Math.max(box.left, 0);
const right = Math.min(box.right, document.documentElement.clientWidth);
const top = Math.max(box.top, 0);
const bottom = Math.min(box.bottom, innerHeight);
if (right - left < 2 || bottom - top < 2 || hiddenFromEyes(seen)) {
  hidden = "off";
} else {
  const own = (each) => !each || seen.contains(each) || each.contains(seen) || [...(element.labels ?? [])].some((label) => label.contains(each));
  const over = [];
  for (const across of [0.1, 0.5, 0.9]) {
    for (const down of [0.1, 0.5, 0.9]) {
      const topmost = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down);
      if (!own(topmost)) over.push(topmost);
    }
  }
  if (over.length > 4) {
    hidden = "under";
    cover = namely(over[0]);
  }
}
return { index, element: namely(element), words: says(element), hidden, cover };
