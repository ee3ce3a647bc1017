// What a page offers, to compare it with the same page without JavaScript; with every disclosure open.
return withAllOpen(() => {
  const root = document.querySelector("main") ?? document.body;
  const words = new Set();
  for (const line of lines()) if (root.contains(line.element)) words.add(line.words);
  const links = [...document.querySelectorAll("a[href]")].filter((each) => shown(each) || hiddenFromEyes(each));
  const dead = [...document.querySelectorAll("button, input, select, [role=button], [role=switch], [role=tab]")].filter(
    (each) =>
      shown(each) &&
      each.type !== "hidden" &&
      !(each.form && each.form.hasAttribute("action")) &&
      !each.hasAttribute("popovertarget") &&
      !each.matches(":disabled"),
  );
  const mute = [...document.querySelectorAll("audio, video")].filter((each) => !each.controls);
  return {
    words: [...words],
    links: links.map((each) => [each.href, says(each)]),
    dead: dead.map((each) => [namely(each), says(each)]),
    mute: mute.map(namely),
  };
});
