// The reader's choices, the reading ruler, Escape, and the door to the player. Everything else works without a script.
(function () {
  "use strict";
  var root = document.documentElement, look = document.querySelector(".look"), form = look.querySelector("form"), ruler;

  function choose(name, value) {
    if (value) root.dataset[name] = value; else delete root.dataset[name];
    if (name === "ruler") showRuler();
  }

  function keep() {
    var chosen = {};
    Array.from(form.elements).forEach(function (field) {
      if (!field.name) return;
      choose(field.name, field.value);
      if (field.value) chosen[field.name] = field.value;
    });
    try {
      localStorage.setItem("everyway-look", JSON.stringify(chosen));
    } catch (fault) {
      // The choice holds for this page only.
    }
  }

  function showRuler() {
    if (root.dataset.ruler && !ruler) {
      ruler = document.createElement("div");
      ruler.className = "ruler";
      ruler.hidden = true;
      root.appendChild(ruler);
    } else if (!root.dataset.ruler && ruler) {
      ruler.remove();
      ruler = null;
    }
  }

  function moveRuler(middle) {
    if (!ruler) return;
    ruler.hidden = false;
    ruler.style.top = middle - ruler.offsetHeight / 2 + "px";
  }

  Array.from(form.elements).forEach(function (field) {
    if (field.name && root.dataset[field.name]) field.value = root.dataset[field.name];
  });
  look.hidden = false;
  showRuler();
  form.addEventListener("change", keep);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(keep); });
  // Some browsers forget that a table is one when its rows are shown as blocks.
  var roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  document.querySelectorAll(".table :is(table, thead, tbody, tr, th, td)").forEach(function (each) {
    each.setAttribute("role", roles[each.tagName] || (each.scope === "row" ? "rowheader" : "columnheader"));
  });
  document.addEventListener("pointermove", function (event) { moveRuler(event.clientY); });
  document.addEventListener("focusin", function (event) {
    var box = event.target.getBoundingClientRect();
    moveRuler(box.top + box.height / 2);
  });
  document.addEventListener("keydown", function (event) {
    var open = event.key === "Escape" && event.target.closest("details[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });

  // What the player needs is fetched by those who listen, or who stopped in the middle of this page.
  var bar = document.querySelector(".listen-bar"), sound = bar && bar.parentNode.querySelector("audio");
  if (!bar || !sound.canPlayType("audio/mpeg")) return;

  function giveUp() {
    bar.hidden = sound.controls = true;
  }

  function bring() {
    sound.removeEventListener("play", bring);
    bar.dataset.brings.split(" ").forEach(function (address) {
      var isStyle = /css$/.test(address), each = document.createElement(isStyle ? "link" : "script");
      each[isStyle ? "href" : "src"] = address;
      if (isStyle) each.rel = "stylesheet"; else each.async = false;
      each.onerror = giveUp;
      document.head.append(each);
    });
  }

  bar.hidden = sound.controls = false;
  bar.parentNode.querySelector("h2").className = "unseen";
  sound.addEventListener("error", giveUp);
  sound.addEventListener("play", bring);
  bar.querySelector("[name=play]").addEventListener("click", function () {
    if (sound.paused) sound.play().catch(String); else sound.pause();
  });
  try {
    if (("at " + location.pathname) in JSON.parse(localStorage.getItem("everyway-listen"))) bring();
  } catch (fault) {
    // Nothing is kept here.
  }
})();
