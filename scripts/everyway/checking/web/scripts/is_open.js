// Whether the opener that has been pressed has something open that lies over the page.
await frame();
const opener = window.everywayOpener;
const over = (element) => element && shown(element) && /absolute|fixed/.test(getComputedStyle(element).position);
if (document.querySelector("dialog[open], [popover]:popover-open")) return true;
if (opener?.localName === "summary") {
  const panel = opener.parentElement;
  return panel.open && (over(panel) || [...panel.children].some((each) => each !== opener && over(each)));
}
const target = document.getElementById(opener?.getAttribute("aria-controls") ?? "");
return opener?.getAttribute("aria-expanded") === "true" && (over(target) || !target);
