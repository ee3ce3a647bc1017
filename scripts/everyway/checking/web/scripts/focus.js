// Lists the stops of the Tab key as {element, words, kind} (given: null); or puts the focus on one and gives its box, or
// takes the focus away (given: {index, on, drawn}), and waits until the page is drawn if that is asked for.
if (given === null) {
  window.everywayStops = stops();
  return window.everywayStops.map((each) => ({ element: namely(each), words: says(each), kind: kindOf(each) }));
}
const element = window.everywayStops[given.index];
if (given.on) element.focus();
else element.blur();
const seen = drawnAs(element);
if (given.on) seen.scrollIntoView({ block: "center", behavior: "instant" }); // away from the edges, where marks are cut off
if (given.drawn) await frame();
if (given.on && (document.activeElement !== element || !shown(seen) || hiddenFromEyes(seen))) return null;
const box = seen.getBoundingClientRect();
const topmost = document.elementFromPoint(box.left + Math.min(box.width / 2, 8), box.top + box.height / 2);
if (topmost && !seen.contains(topmost) && !topmost.contains(seen)) return null;
return boxOnPage(seen);
