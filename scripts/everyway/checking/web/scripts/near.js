// The id nearest to an element of the text: its own or that of what it stands in, or of what stands in that; else the last one before it.
let element = null;
try {
  element = document.querySelector(given);
} catch {
  return "";
}
const main = element?.closest("main");
if (!main) return "";
const WHOLE = "figure, li, p, td, th, dt, dd, blockquote, table, caption";
for (let each = element; each && each !== main; each = each.parentElement) {
  if (each.id) return each.id;
  const inside = each === element || each.matches(WHOLE) ? each.querySelector("[id]") : null;
  if (inside) return inside.id;
}
let last = "";
for (const each of main.querySelectorAll("[id]")) {
  if (each.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) last = each.id;
}
return last;
