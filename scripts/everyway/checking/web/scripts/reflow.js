// Text that a reader cannot get at: off to the side, cut off, or under other text. Gives [kind, element, words] rows.
const found = [];
document.activeElement?.blur(); // a link that shows itself while it has the focus (“Skip to …”) lies over others then, as it should
const wide = document.documentElement.clientWidth;

// 1. The page scrolls sideways.
const page = document.scrollingElement;
if (page.scrollWidth > wide + 1) {
  const sticking = [...document.body.querySelectorAll("*")].filter((each) => {
    const box = each.getBoundingClientRect();
    return shown(each) && box.right + scrollX > wide + 1 && getComputedStyle(each).position !== "fixed";
  });
  const innermost = sticking.filter((each) => !sticking.some((other) => other !== each && each.contains(other)));
  for (const each of (innermost.length ? innermost : [document.body]).slice(0, 3)) found.push(["sideways", namely(each), says(each)]);
}

// 2. A part of the page scrolls sideways, and it is not one that needs two dimensions (WCAG 1.4.10).
for (const each of document.body.querySelectorAll("*")) {
  const style = getComputedStyle(each);
  if (!/auto|scroll/.test(style.overflowX) || each.scrollWidth <= each.clientWidth + 1 || !shown(each)) continue;
  if (each.matches("table, pre, code, textarea, select") || each.querySelector("table, pre, img, svg, math, video, canvas")) continue;
  found.push(["scroller", namely(each), says(each)]);
}

// 3. Text is cut off by a box that hides what does not fit.
const all = lines();
const cut = new Set();
for (const line of all) {
  if (line.right <= 0) continue;
  if (line.left < -2 && line.right > 2) cut.add(line.element);
  for (let each = line.element; each && each !== document.body; each = each.parentElement) {
    const style = getComputedStyle(each);
    const box = each.getBoundingClientRect();
    const top = box.top + scrollY;
    const left = box.left + scrollX;
    if (/auto|scroll/.test(style.overflowX + style.overflowY)) break;
    const hidesX = /hidden|clip/.test(style.overflowX);
    const hidesY = /hidden|clip/.test(style.overflowY);
    const slack = Math.min(4, (line.bottom - line.top) / 4);
    if (hidesX && (line.right > left + box.width + 2 || line.left < left - 2)) cut.add(line.element);
    if (hidesY && (line.bottom > top + box.height + slack || line.top < top - slack)) cut.add(line.element);
    if (style.position === "fixed") break;
  }
}
for (const each of [...cut].slice(0, 5)) found.push(["cut", namely(each), says(each)]);

// 4. Text lies on other text.
const sorted = all.filter((line) => line.right > 0).sort((one, other) => one.top - other.top);
const clashes = new Map();
for (let first = 0; first < sorted.length; first += 1) {
  const one = sorted[first];
  for (let second = first + 1; second < sorted.length && sorted[second].top < one.bottom; second += 1) {
    const other = sorted[second];
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    const height = Math.min(one.bottom - one.top, other.bottom - other.top);
    if (across < 3 || down < height * 0.4) continue;
    if (one.element === other.element || blockOf(one.element) === blockOf(other.element)) continue;
    if (floats(one.element) || floats(other.element)) continue;
    clashes.set(other.element, one.words);
  }
}
for (const [each, words] of [...clashes].slice(0, 5)) found.push(["covered", namely(each), `${says(each)}” and “${words}`]);

// What is meant to lie over the page while it is open, or to stay in view: it covers by design, and can be closed or scrolled.
function floats(element) {
  for (let each = element; each && each !== document.body; each = each.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(each).position) || each.matches("details[open] > :not(summary), [popover], dialog")) return true;
  }
  return false;
}
return found;
