// Sets the site's own settings as a reader would, or tells which colour sets there are (given: null).
const choices = (pattern) => [...document.querySelectorAll("input, select, button")].filter((each) => pattern.test(each.name));
const offered = (each) => (each.localName === "select" ? [...each.options].map((option) => option.value) : [each.value]);
const colours = choices(/colou?r/i);
const sizes = choices(/size/i);

if (given === null) {
  const values = colours.flatMap(offered).filter((value) => value && value !== "on");
  return { colours: [...new Set(values)], sizes: sizes.flatMap(offered) };
}

const choose = (group, value) => {
  for (const each of group) {
    if (!offered(each).includes(value)) continue;
    if (each.localName === "button") {
      each.click();
      return true;
    }
    if (each.localName === "select") each.value = value;
    else each.checked = true;
    each.dispatchEvent(new Event("input", { bubbles: true }));
    each.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }
  return false;
};

let done = true;
if (given.colours) done = choose(colours, given.colours);
if (given.largestText) {
  const range = sizes.find((each) => each.type === "range");
  if (range) {
    range.value = range.max;
    range.dispatchEvent(new Event("input", { bubbles: true }));
    range.dispatchEvent(new Event("change", { bubbles: true }));
  } else {
    const values = sizes.flatMap(offered).filter((value) => parseFloat(value) > 0);
    const largest = values.sort((one, other) => parseFloat(one) - parseFloat(other)).at(-1);
    done = largest !== undefined && choose(sizes, largest);
  }
}
await frame();
return done;
