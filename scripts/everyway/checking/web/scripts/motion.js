// What still moves although the reader asked for less motion. Gives [what, element] rows.
const found = [];
const seconds = (list) => Math.max(...list.split(",").map((part) => (part.trim().endsWith("ms") ? parseFloat(part) / 1000 : parseFloat(part)) || 0));
const MOVES = /^(all|transform|translate|scale|rotate|left|right|top|bottom|inset.*|width|height|.*-width|.*-height|max-.*|min-.*|margin.*|padding.*|grid.*|flex.*|block-size|inline-size)$/;
for (const each of [document.documentElement, ...document.querySelectorAll("body, body *")]) {
  for (const part of [null, "::before", "::after"]) {
    const style = getComputedStyle(each, part);
    if (part && style.content === "none") continue;
    if (style.animationName !== "none" && seconds(style.animationDuration) > 0.05) found.push(["an animation", namely(each)]);
    const moving = style.transitionProperty.split(",").some((name) => MOVES.test(name.trim()));
    if (moving && seconds(style.transitionDuration) > 0.05) found.push(["a transition that moves things", namely(each)]);
    if (!part && style.scrollBehavior === "smooth") found.push(["smooth scrolling", namely(each)]);
  }
}
for (const each of document.querySelectorAll("video[autoplay], marquee, blink")) found.push([`a ${each.localName}`, namely(each)]);
return found;
