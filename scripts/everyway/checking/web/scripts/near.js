// The id nearest to an element of the text: that of itself or of what it stands in, or else the last one before it.
let element = null;
try {
  element = document.querySelector(given);
} catch {
  return "";
}
const main = element?.closest("main");
if (!main) return "";
for (let each = element; each && each !== main; each = each.parentElement) if (each.id) return each.id;
let last = "";
for (const each of main.querySelectorAll("[id]")) {
  if (each.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) last = each.id;
}
return last;
