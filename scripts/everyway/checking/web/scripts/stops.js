// Goes to the top of the page and lists where the Tab key should stop; `focused.js` counts by this list.
const start = document.createElement("span"); // the next press of Tab sets out from where this was
start.tabIndex = -1;
document.body.prepend(start);
start.focus();
start.remove();
getSelection().removeAllRanges();
scrollTo(0, 0);
window.everywayStops = stops();

// Controls that are shown in another order than they are written in, or that ask for a turn of their own.
const jumps = window.everywayStops.filter((each) => each.tabIndex > 0);
for (const row of document.body.querySelectorAll("*")) {
  if (!/flex|grid/.test(getComputedStyle(row).display)) continue;
  const places = [...row.children]
    .map((child) => [child, child.getBoundingClientRect(), window.everywayStops.find((each) => child.contains(each))])
    .filter(([child, box, stop]) => stop && shown(child) && !/absolute|fixed/.test(getComputedStyle(child).position));
  for (let index = 1; index < places.length; index += 1) {
    const [, before] = places[index - 1];
    const [, here, stop] = places[index];
    const isAbove = here.bottom <= before.top + 1 && here.left < before.right - 1;
    const isBefore = here.right <= before.left + 1 && here.top < before.bottom - 1;
    if (isAbove || (isBefore && getComputedStyle(row).direction === "ltr")) jumps.push(stop);
  }
}
const row = (each) => [namely(each), says(each)];
return { stops: window.everywayStops.map(row), jumps: jumps.map(row) };
