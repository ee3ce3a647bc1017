// Lists what may open something over the page (given: null), or puts the focus on one of them (given: its number).
const found = [...document.querySelectorAll("summary, [aria-expanded=false], [aria-haspopup]:not([aria-haspopup=false]), [popovertarget]")]
  .filter((each) => shown(each) && each.closest("summary, button, a, [tabindex]") === each);
if (given === null) return found.map((each) => [namely(each), says(each)]);
window.everywayOpener = found[given];
found[given]?.focus();
return true;
