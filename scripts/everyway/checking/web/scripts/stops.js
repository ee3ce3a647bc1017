// Goes to the top of the page and lists where the Tab key should stop; `focused.js` counts by this list.
const start = document.createElement("span"); // the next press of Tab sets out from where this was
start.tabIndex = -1;
document.body.prepend(start);
start.focus();
start.remove();
getSelection().removeAllRanges();
scrollTo(0, 0);
window.everywayStops = stops();
return window.everywayStops.map((each) => [namely(each), says(each)]);
