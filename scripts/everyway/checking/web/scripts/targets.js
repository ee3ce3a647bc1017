// Targets smaller than 24 by 24 CSS pixels that none of the exceptions of WCAG 2.2 2.5.8 covers.
const least = given;
const boxOf = (element) => {
  const parts = [element.getBoundingClientRect()];
  for (const label of element.labels ?? []) if (shown(label)) parts.push(label.getBoundingClientRect());
  const touching = parts.filter((part) => part.width > 0 && part.height > 0);
  const left = Math.min(...touching.map((part) => part.left));
  const right = Math.max(...touching.map((part) => part.right));
  const top = Math.min(...touching.map((part) => part.top));
  const bottom = Math.max(...touching.map((part) => part.bottom));
  return { left, right, top, bottom, width: right - left, height: bottom - top };
};
const targets = controls()
  .filter((each) => each.tabIndex >= 0 || each.matches("a[href], button, input, select, textarea, summary"))
  .filter((each) => (shown(each) || [...(each.labels ?? [])].some(shown)) && !hiddenFromEyes(each))
  .filter((each) => !each.matches("[tabindex]:not(a, button, input, select, textarea, summary, [role])"))
  .map((element) => ({ element, box: boxOf(element) }));

/** What is open over the page is a layer of its own: its targets are not beside those it covers. */
const layerOf = ({ element }) => element.closest("details[open] > :not(summary), dialog, [popover]");
const layers = new Map(targets.map((target) => [target, layerOf(target)]));

const isSmall = ({ box }) => box.width < least - 0.5 || box.height < least - 0.5;
const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];
const distance = ([x, y], box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

/** In a sentence: the block that holds it has words of its own beside it. */
const isInline = ({ element }) => {
  if (!getComputedStyle(element).display.startsWith("inline") || element.matches("button, input, select")) return false;
  const block = blockOf(element);
  const targetsHere = [...block.querySelectorAll("a[href], button")];
  const own = targetsHere.reduce((length, each) => length + each.textContent.trim().length, 0);
  return block.textContent.trim().length > own + 2;
};
/** The browser's own control in its own size. */
const isPlain = ({ element }) =>
  element.matches("input[type=checkbox], input[type=radio]") && getComputedStyle(element).appearance === "auto";
const hasRoom = (target) => {
  const centre = middle(target.box);
  return targets.every((other) => {
    if (other === target || layers.get(other) !== layers.get(target) || other.element.contains(target.element) || target.element.contains(other.element)) return true;
    if (distance(centre, other.box) < least / 2) return false;
    if (!isSmall(other)) return true;
    const [x, y] = middle(other.box);
    return Math.hypot(x - centre[0], y - centre[1]) >= least;
  });
};

return targets
  .filter((target) => isSmall(target) && !isInline(target) && !isPlain(target) && !hasRoom(target))
  .map(({ element, box }) => [namely(element), says(element), Math.round(box.width), Math.round(box.height)]);
