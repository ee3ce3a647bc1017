// Brings the page into a state: {colours, largestText, settingsOpen, menuOpen, listening, spacing}; "" and false bring it back to how it comes.
const choose = (fields, value) => {
  const field = fields.find((each) => offered(each).includes(value));
  if (!field) return;
  if (field.localName === "button") {
    field.click();
    return;
  }
  if (field.localName === "select") field.value = value;
  else if (field.type === "range") field.value = value;
  else field.checked = true;
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
};

const largest = (fields) => fields.flatMap(offered).sort((one, other) => (parseFloat(one) || 0) - (parseFloat(other) || 0)).at(-1) ?? "";

const before = (window.everywayBrought ??= { colours: "", largestText: false, settingsOpen: false, menuOpen: false, listening: "", spacing: false });
if (given.colours !== before.colours) choose(choices(COLOURS), given.colours);
if (given.largestText !== before.largestText) {
  const sizes = choices(SIZES);
  window.everywayUsualSize ??= sizes.map((each) => each.value)[0] ?? "";
  choose(sizes, given.largestText ? largest(sizes) : window.everywayUsualSize);
}
const sound = document.querySelector("audio");
if (sound && given.listening !== before.listening) {
  if (given.listening) await sound.play();
  if (given.listening !== "playing") sound.pause();
  await new Promise((done) => setTimeout(done, 250)); // what comes with the sound is fetched now
}
const panels = [...document.querySelectorAll("details")];
const isSettings = (each) => each.querySelector("input, select, button");
for (const each of panels.filter((panel) => isSettings(panel))) each.open = given.settingsOpen;
for (const each of panels.filter((panel) => panel.closest("nav") && !isSettings(panel))) each.open = given.menuOpen;
if (given.spacing !== before.spacing) {
  window.everywaySpacing ??= new CSSStyleSheet(); // a style element would be refused by a content security policy
  window.everywaySpacing.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  const others = document.adoptedStyleSheets.filter((each) => each !== window.everywaySpacing);
  document.adoptedStyleSheets = given.spacing ? [...others, window.everywaySpacing] : others;
}
window.everywayBrought = given;
return true;
