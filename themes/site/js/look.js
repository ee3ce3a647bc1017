// Before the first paint: what the reader chose under "Change how this page looks" becomes data attributes of <html>.
(function () {
  "use strict";
  var root = document.documentElement, chosen = {};
  root.classList.add("js");
  try {
    chosen = JSON.parse(localStorage.getItem("everyway-look")) || {};
  } catch (fault) {
    // No storage, or somebody else's: the page looks as it was made.
  }
  Object.keys(chosen).forEach(function (name) {
    if (/^(size|colours|typeface|lines|letters|width|ruler)$/.test(name)) root.dataset[name] = chosen[name];
  });
})();
