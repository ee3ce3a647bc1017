// How a page comes out on paper. Gives {words, colours, wide, fixed}: what is printed, text too faint, what is cut off or repeated.
await frame();
const luminance = (colour) => {
  const parts = (colour.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number);
  const scale = colour.startsWith("color(") ? 1 : 255;
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const alpha = parts.length > 3 ? parts[3] : 1;
  const [red, green, blue] = parts.slice(0, 3).map((part) => linear((part / scale) * alpha + (1 - alpha)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const root = document.querySelector("main") ?? document.body;
const all = lines();
const faint = new Map();
for (const line of all) {
  const style = getComputedStyle(line.element);
  if (style.printColorAdjust === "exact" || line.element.closest("[style*=print-color-adjust]")) continue;
  if (1.05 / (luminance(style.color) + 0.05) < 4.5) faint.set(line.element, line.words);
}
const wide = all.filter((line) => line.right > innerWidth + 2);
const fixed = [...document.body.querySelectorAll("*")].filter((each) => getComputedStyle(each).position === "fixed" && shown(each));
const furniture = [...document.querySelectorAll("nav, form, details:not([open]) > summary, audio, video, button")].filter(
  (each) => shown(each) && !root.contains(each),
);
return {
  words: [...new Set(all.filter((line) => root.contains(line.element)).map((line) => line.words))],
  faint: [...faint].slice(0, 5).map(([each, words]) => [namely(each), words]),
  wide: wide.slice(0, 3).map((line) => [namely(line.element), line.words]),
  fixed: fixed.slice(0, 3).map((each) => [namely(each), says(each)]),
  furniture: furniture.slice(0, 3).map((each) => [namely(each), says(each)]),
};
