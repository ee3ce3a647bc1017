// Searches the sections of the publication in this browser; nothing that is typed leaves it.
(function () {
  "use strict";
  var field = document.getElementById("_find"), list = document.getElementById("_results"), status = document.getElementById("_found");

  // Letters without accents, straight quotes, and words without their last "s", so that "nurse" finds "nurses".
  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[\u2018\u2019]/g, "'").toLowerCase();
  }
  function wordsOf(text) {
    return plain(text).split(/[^\p{L}\p{N}']+/u).filter(Boolean).map(function (word) {
      return word.length > 3 ? word.replace(/(ies|es|s|y)$/, "") : word;
    });
  }

  // A word is found where it begins a word of the section; in its heading it counts more. 0: not found.
  function worth(row, words, all) {
    var heading = wordsOf(row[1] + " " + row[2]), text = wordsOf(row[4]), sum = 0;
    for (var at = 0; at < words.length; at++) {
      var starts = function (word) { return word.startsWith(words[at]); };
      var here = (heading.some(starts) ? 10 : 0) + Math.min(5, text.filter(starts).length);
      if (!here && all) return 0;
      sum += here;
    }
    return sum;
  }

  // The sentence round the first word found, with the words found marked.
  function excerpt(row, words) {
    var part = document.createElement("p"), runs = row[4].split(/(\s+)/);
    var found = runs.map(function (run) {
      return wordsOf(run).some(function (word) { return words.some(function (one) { return word.startsWith(one); }); });
    });
    var first = Math.max(0, found.indexOf(true) - 20), last = Math.min(runs.length, first + 60);
    if (first) part.append("… ");
    for (var at = first; at < last; at++) {
      if (found[at]) {
        var mark = document.createElement("mark");
        mark.textContent = runs[at];
        part.append(mark);
      } else part.append(runs[at]);
    }
    if (last < runs.length) part.append(" …");
    return part;
  }

  function find(words, all) {
    return window.everywayIndex.map(function (row) { return { row: row, worth: worth(row, words, all) }; })
      .filter(function (each) { return each.worth; }).sort(function (one, other) { return other.worth - one.worth; });
  }

  // Sections with all the words; where there is none, sections with any of those that say something.
  function show(question) {
    var words = wordsOf(question), rows = find(words, true);
    if (!rows.length) rows = find(words.filter(function (word) { return word.length > 2; }), false);
    list.replaceChildren.apply(list, rows.map(function (each) {
      var item = document.createElement("li"), heading = document.createElement("h2"), link = document.createElement("a");
      link.href = list.dataset.root + each.row[0];
      link.textContent = each.row[1];
      heading.append(link);
      var place = document.createElement("p");
      place.textContent = [each.row[2], each.row[3]].filter(function (name) { return name && name !== each.row[1]; }).join(" – ");
      item.append(heading, place, excerpt(each.row, words));
      return item;
    }));
    var key = rows.length === 0 ? "none" : rows.length === 1 ? "one" : "many";
    status.textContent = words.length ? status.dataset[key].replace("{number}", rows.length) : "";
  }

  var question = new URLSearchParams(location.search).get("q") || "";
  field.value = question;
  if (question) {
    // The index is fetched only when there is something to look up.
    var index = document.createElement("script");
    index.src = list.dataset.index;
    index.onload = function () { show(question); };
    document.head.append(index);
  }
})();
