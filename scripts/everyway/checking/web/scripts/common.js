// Words that every look shares. Each script of this folder runs after this one, in one function, given `given`.

/** Whether a reader with eyes can find the element somewhere on the page (it may need scrolling to). */
const shown = (element) => {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false;
  const box = element.getBoundingClientRect();
  return box.width > 1 && box.height > 1;
};

/** Whether an element is kept for screen readers only: clipped to nothing, or moved far off the page. */
const hiddenFromEyes = (element) => {
  for (let each = element; each && each !== document.body; each = each.parentElement) {
    const style = getComputedStyle(each);
    const box = each.getBoundingClientRect();
    if (style.position === "absolute" || style.position === "fixed") {
      if (style.clip !== "auto" || (box.width <= 2 && box.height <= 2)) return true;
      if (box.right + scrollX <= 0 || box.bottom + scrollY <= 0) return true;
    }
    if (/inset\((50|100)%/.test(style.clipPath)) return true;
  }
  return false;
};

/** A short CSS selector that tells a maintainer which element is meant. */
const namely = (element) => {
  const parts = [];
  for (let each = element; each && each !== document.documentElement; each = each.parentElement) {
    if (each.id && !each.classList.contains("s")) {
      parts.unshift(`#${CSS.escape(each.id)}`);
      break;
    }
    const classes = [...each.classList].slice(0, 2).map((name) => `.${CSS.escape(name)}`).join("");
    const twins = [...(each.parentElement?.children ?? [])].filter((other) => other.localName === each.localName);
    const place = twins.length > 1 ? `:nth-of-type(${twins.indexOf(each) + 1})` : "";
    parts.unshift(each.localName + (classes || place));
    if (["main", "header", "footer", "nav", "body"].includes(each.localName)) break;
    if (parts.length === 4) break;
  }
  return parts.join(" > ");
};

/** What an element says, shortened. */
const says = (element) => {
  const words = element.getAttribute?.("aria-label") || element.innerText || element.value || element.title || "";
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

const CONTROLS =
  'a[href], area[href], button, input:not([type="hidden"]), select, textarea, summary, iframe, audio[controls], video[controls], ' +
  '[contenteditable=""], [contenteditable="true"], [tabindex], [onclick], [role=button], [role=link], [role=switch]';

const PRESSED = "a[href], area[href], button, input, select, textarea, summary, [onclick], [role=button], [role=link], [role=switch]";

/** Every control that is shown and not switched off, in the order of the document. */
const controls = () =>
  [...document.querySelectorAll(CONTROLS)].filter(
    (each) =>
      !each.matches(":disabled, [inert] *") &&
      each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
      !(each.localName === "summary" && each.parentElement?.querySelector(":scope > summary") !== each),
  );

const PARTS = /^(gridcell|menuitem.*|option|radio|row|tab|treeitem)$/; // of something that has one stop, and arrow keys inside

/** Those controls that the Tab key should stop at: whatever can be pressed; of a group of radio buttons only one. */
const stops = () => {
  const groups = new Set();
  return controls().filter((each) => {
    if (each.tabIndex < 0 && (!each.matches(PRESSED) || PARTS.test(each.role ?? ""))) return false;
    if (each.localName !== "input" || each.type !== "radio" || !each.name) return true;
    const group = [...(each.form ?? document).querySelectorAll(`input[type=radio][name="${CSS.escape(each.name)}"]`)];
    const chosen = group.find((other) => other.checked);
    if (chosen && chosen !== each) return false;
    if (groups.has(each.name)) return false;
    groups.add(each.name);
    return true;
  });
};

/** Every line of text on the page: its words, its element, its box in page coordinates. */
const lines = () => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element || element.closest("script, style, noscript, template, select, svg")) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (hiddenFromEyes(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      found.push({
        words: node.data.replace(/\s+/g, " ").trim().slice(0, 60),
        element,
        left: box.left + scrollX,
        right: box.right + scrollX,
        top: box.top + scrollY,
        bottom: box.bottom + scrollY,
      });
    }
  }
  return found;
};

/** The block of text that an element belongs to. */
const blockOf = (element) => {
  let each = element;
  while (each.parentElement && getComputedStyle(each).display.startsWith("inline")) each = each.parentElement;
  return each;
};

const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** The site's own settings: the fields of a kind, told by their names, and the values that a field offers. */
const COLOURS = /colou?r/i;
const SIZES = /size/i;
const choices = (pattern) => [...document.querySelectorAll("input, select, button")].filter((each) => pattern.test(each.name));
const offered = (field) => {
  if (field.localName === "select") return [...field.options].map((option) => option.value);
  return field.type === "range" ? [field.value, field.max] : [field.value];
};

/** Name, type, classes and state of an element and all it stands in: where these are the same, so are the rules it is drawn by. */
const kindOf = (element) => {
  const kind = [];
  for (let each = element; each && each !== document.body; each = each.parentElement) {
    const classes = String(each.className?.baseVal ?? each.className).replace(/\d+/g, "#");
    kind.push([each.localName, each.type ?? "", classes, each.ariaCurrent ?? ""].join(" ").trim());
  }
  return kind;
};

/** Where on the page a control is drawn: itself, or its label when it is drawn by that. */
const drawnAs = (element) => {
  if (shown(element) && !hiddenFromEyes(element)) return element;
  return [...(element.labels ?? [])].find(shown) ?? element;
};
const boxOnPage = (element) => {
  const box = element.getBoundingClientRect();
  return [box.left + scrollX, box.top + scrollY, box.width, box.height];
};

/** Runs something with every disclosure open, and closes again those that were closed. */
const withAllOpen = (work) => {
  const closed = [...document.querySelectorAll("details:not([open])")];
  for (const each of closed) each.open = true;
  const answer = work();
  for (const each of closed) each.open = false;
  return answer;
};
