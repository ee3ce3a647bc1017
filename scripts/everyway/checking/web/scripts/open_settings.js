// Opens every disclosure that holds settings, and gives true when there was one.
const panels = [...document.querySelectorAll("details")].filter((each) => each.querySelector("input, select, button"));
for (const each of panels) each.open = true;
await frame();
return panels.length > 0;
