// Goes to the top of the page and lists where the Tab key should stop; `focused.js` counts by this list.
document.activeElement?.blur?.();
getSelection().removeAllRanges();
scrollTo(0, 0);
window.everywayStops = stops();
return window.everywayStops.map((each) => [namely(each), says(each)]);
