// The player: marks the sentence that is being read, and goes where the listener wants. `everywayCues` are the times of
// this page: [seconds, id of a sentence], and for a picture its words.
(function () {
  "use strict";
  var root = document.documentElement, box = document.querySelector(".listen"), sound = box.querySelector("audio");
  var bar = box.querySelector(".listen-bar"), more = bar.querySelector(".listen-more"), time = bar.querySelector(".listen-time");
  var choices = box.querySelector("details"), facts = box.querySelector(".listen-facts"), fields = {}, kept = {};
  var page = "at " + location.pathname, listening = false, tooTall = false, here = -1, marked = null, waiting = 0;

  box.querySelectorAll("[name]").forEach(function (field) { fields[field.name] = field; });

  // What is kept in this browser: where the listener is on each page, the speed, and what was chosen.
  try {
    kept = JSON.parse(localStorage.getItem("everyway-listen")) || {};
  } catch (fault) {
    // No storage, or somebody else's: each page begins at its beginning.
  }
  function keep(name, value) {
    kept[name] = value;
    try {
      localStorage.setItem("everyway-listen", JSON.stringify(kept));
    } catch (fault) {
      // It holds for this page only.
    }
  }

  // What is read when. A picture is found by its words, of which more may be said ("Picture: a nurse"); while something
  // is said that stands nowhere on the page, the mark stays.
  var pictures = Array.from(document.querySelectorAll("main img:not([alt=''])"));
  var cues = window.everywayCues.map(function (row) {
    var element = document.getElementById(row[1]);
    var at = row.length > 2 ? pictures.findIndex(function (each) { return row[2].includes(each.alt); }) : -1;
    if (at >= 0) element = pictures.splice(at, 1)[0];
    return { start: row[0], id: row[1], element: element };
  });
  function cueAt(seconds) {
    var low = 0, high = cues.length - 1;
    while (low < high) {
      var middle = Math.ceil((low + high) / 2);
      if (cues[middle].start <= seconds + 0.004) low = middle; else high = middle - 1;
    }
    return low;
  }

  function inWords(seconds) {
    var whole = Math.round(seconds), minutes = Math.floor(whole / 60), form = minutes ? bar.dataset.minutes : bar.dataset.few;
    return form.replace("{minutes}", minutes).replace("{seconds}", whole % 60);
  }
  function fill(form) {
    return form.replace("{now}", inWords(sound.currentTime)).replace("{all}", inWords(bar.dataset.seconds))
      .replace("{number}", here + 1).replace("{count}", cues.length);
  }
  function place() {
    fields.place.value = here;
    fields.place.setAttribute("aria-valuetext", fill(fields.place.dataset.words));
  }
  // Nothing here speaks up by itself: the voice is what should be heard. A slider with the focus would, so it waits.
  function tell() {
    var words = fill(bar.dataset.time);
    if (time.textContent !== words) time.textContent = words;
    if (!fields.place.matches(":focus-visible")) place();
  }
  function say(key) {
    bar.querySelector(".word").textContent = key ? fields.play.dataset[key] : box.querySelector("h2").textContent;
    fields.play.classList.toggle("playing", key === "pause");
    fields.anew.hidden = key !== "goOn";
  }

  function room() {
    return innerHeight - (bar.popover ? bar.offsetHeight : 0);
  }
  function isSeen(element) {
    var at = element.getBoundingClientRect();
    return at.bottom > 0 && at.top < room();
  }
  function bringIntoView() {
    if (!marked || !fields.follow.checked) return;
    var at = marked.getBoundingClientRect(), calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (at.top < 0 || at.bottom > room()) marked.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  }

  function mark(element) {
    if (marked) marked.classList.remove("voiced");
    marked = element;
    if (marked && fields.mark.checked) marked.classList.add("voiced");
  }
  // Who reads along is taken along; who has scrolled away is left where they are.
  function move(to, sought) {
    if (to !== here) {
      var along = sought || marked && isSeen(marked);
      here = to;
      if (cues[to].element) mark(cues[to].element);
      if (along) bringIntoView();
      if (fields.keep.checked) keep(page, cues[to].id);
    }
    tell();
  }
  function go(to) {
    to = Math.min(Math.max(0, to), cues.length - 1);
    sound.currentTime = cues[to].start;
    move(to, true);
  }
  function frame() {
    cancelAnimationFrame(waiting);
    if (!listening) return;
    move(cueAt(sound.currentTime));
    if (!sound.paused) waiting = requestAnimationFrame(frame);
  }

  // The controls stay in sight while somebody listens, unless they would take more than a quarter of the window. They
  // are laid over the page as a popover: `position: fixed` alone is held by a box that is a container of queries.
  function dock() {
    var isAway = listening && (facts.getBoundingClientRect().top < 0 || box.getBoundingClientRect().top > innerHeight);
    if (isAway && !bar.popover && !tooTall && bar.showPopover) {
      facts.style.paddingTop = bar.offsetHeight + "px";
      bar.popover = "manual";
      bar.showPopover();
      tooTall = bar.offsetHeight > innerHeight / 4;
    }
    if (bar.popover && (!isAway || tooTall)) {
      bar.popover = null;
      facts.style.paddingTop = "";
    }
    document.body.style.paddingBottom = root.style.scrollPaddingBottom = bar.popover ? bar.offsetHeight + "px" : "";
  }

  function choose() {
    sound.defaultPlaybackRate = sound.playbackRate = +fields.speed.value;
    root.classList.toggle("start-anywhere", listening && fields.start.checked);
    mark(marked);
  }
  function open() {
    listening = true;
    more.hidden = choices.hidden = false;
    say("pause");
    choose();
    dock();
    frame();
  }
  function close(isOver) {
    sound.pause();
    if (more.contains(document.activeElement)) fields.play.focus();
    if (isOver) keep(page);
    listening = false;
    more.hidden = true;
    mark(null);
    here = -1;
    say(kept[page] && "goOn");
    choose();
    dock();
  }

  fields.place.max = cues.length - 1;
  fields.speed.value = kept.speed || "1";
  ["mark", "follow", "start", "keep"].forEach(function (name) { fields[name].checked = kept[name] !== false; });

  sound.addEventListener("play", open);
  sound.addEventListener("pause", function () { if (listening) say("play"); });
  sound.addEventListener("ended", function () { close(true); });
  sound.addEventListener("timeupdate", frame);
  sound.addEventListener("ratechange", function () { fields.speed.value = sound.playbackRate; });
  addEventListener("scroll", dock, { passive: true });
  addEventListener("resize", function () {
    tooTall = false;
    dock();
  });

  fields.anew.addEventListener("click", function () {
    fields.play.focus();
    sound.currentTime = 0;
    sound.play();
  });
  fields.back.addEventListener("click", function () { go(here - 1); });
  fields.forward.addEventListener("click", function () { go(here + 1); });
  fields.stop.addEventListener("click", function () { close(); });
  fields.place.addEventListener("keydown", place);
  fields.place.addEventListener("input", function () {
    go(+fields.place.value);
    place();
  });
  box.addEventListener("change", function (event) {
    var field = event.target;
    if (field === fields.place) return;
    keep(field.name, field.type === "checkbox" ? field.checked : field.value);
    if (!fields.keep.checked) Object.keys(kept).forEach(function (name) { if (/^at /.test(name)) keep(name); });
    choose();
  });
  bar.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && listening) close();
    if (!listening || event.target.localName !== "button" || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      go(here + (event.key === "ArrowRight" ? 1 : -1));
      event.preventDefault();
    }
  });
  document.querySelector("main").addEventListener("click", function (event) {
    var other = event.target.closest("a, button, summary, label, input, select, .listen");
    if (other || !listening || !fields.start.checked || String(getSelection())) return;
    var sentence = event.target.closest(".s, img");
    var to = sentence ? cues.findIndex(function (cue) { return cue.element === sentence; }) : -1;
    if (to < 0) return;
    go(to);
    sound.play();
  });

  var before = cues.findIndex(function (cue) { return cue.id === kept[page]; });
  if (before > 0 && sound.currentTime < 1) sound.currentTime = cues[before].start;
  if (before > 0) say("goOn");
  if (!sound.paused) open();
})();
