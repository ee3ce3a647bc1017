// Lists controls without words and those with a state (given: null), or shows one with its state on or off and gives its box.
const STATES = [["aria-current", "current"], ["aria-pressed", "pressed"], ["aria-selected", "selected"]];
const list = () => {
  const rows = [];
  for (const each of controls()) {
    if (!shown(each) || hiddenFromEyes(each) || each.matches("audio, video, iframe, [tabindex='-1']")) continue;
    if (!each.innerText?.trim()) rows.push([each.querySelector("svg") ?? each, "wordless"]);
  }
  for (const [name, kind] of STATES) {
    for (const each of document.querySelectorAll(`[${name}]:not([${name}=false])`)) {
      if (shown(each)) rows.push([each, kind, name, each.getAttribute(name)]);
    }
  }
  return rows;
};
window.everywayForced ??= list();
if (given === null) {
  return window.everywayForced.map(([each, kind]) => [namely(each), says(each.closest("button, a, summary") ?? each), kind]);
}
const [element, , name, value] = window.everywayForced[given.index];
element.scrollIntoView({ block: "center", behavior: "instant" });
if (name) element.toggleAttribute(name, given.on);
if (name && given.on) element.setAttribute(name, value);
await frame();
return boxOnPage(element);
