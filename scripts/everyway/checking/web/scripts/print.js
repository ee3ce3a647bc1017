// How a page comes out on paper. `given` are the lines that its main part shows on the screen.
await frame();
const root = document.querySelector("main") ?? document.body;
const all = lines();

// Words that are not printed. What holds a player, or nothing but links and their headings, is of no use on paper.
const printed = new Set(all.map((line) => line.words));
const wanted = new Set(given);
const isFurniture = (top) => {
  if (top.closest("nav, form, search, audio, video") || top.querySelector("audio, video")) return true;
  if (!top.matches("a[href]") && !top.querySelector("a[href]")) return false;
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.trim() && !node.parentElement.closest("a[href], h1, h2, h3, h4, h5, h6, nav, svg")) return false;
  }
  return true;
};
const missing = new Map();
const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const words = node.data.replace(/\s+/g, " ").trim().slice(0, 60);
  if (!words || !wanted.has(words) || printed.has(words)) continue;
  let top = node.parentElement;
  while (top.parentElement && top !== root && !top.parentElement.checkVisibility({ visibilityProperty: true })) top = top.parentElement;
  if (!isFurniture(top)) missing.set(words, top);
}

const luminance = (colour) => {
  const parts = (colour.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number);
  const scale = colour.startsWith("color(") ? 1 : 255;
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const alpha = parts.length > 3 ? parts[3] : 1;
  const [red, green, blue] = parts.slice(0, 3).map((part) => linear((part / scale) * alpha + (1 - alpha)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const faint = new Map();
for (const line of all) {
  const style = getComputedStyle(line.element);
  if (style.printColorAdjust === "exact") continue; // printed with its background, which axe-core looks at
  if (1.05 / (luminance(style.color) + 0.05) < 4.5) faint.set(line.element, line.words);
}
const wide = all.filter((line) => line.right > innerWidth + 2).map((line) => [namely(line.element), line.words]);
const fixed = [...document.body.querySelectorAll("*")].filter((each) => getComputedStyle(each).position === "fixed" && shown(each));
const furniture = [...document.querySelectorAll("nav, form, details:not([open]) > summary, audio, video, button")].filter(
  (each) => shown(each) && !root.contains(each) && !each.parentElement.closest("nav, form"),
);
const rows = (found) => found.slice(0, 5).map((each) => [namely(each), says(each)]);
return {
  missing: [...missing].slice(0, 8).map(([words, top]) => [namely(top), words]),
  wide: wide.slice(0, 3),
  fixed: rows(fixed),
  furniture: rows(furniture),
  faint: [...faint].slice(0, 5).map(([each, words]) => [namely(each), words]),
};
