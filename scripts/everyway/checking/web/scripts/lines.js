// The lines that the main part of a page shows.
const root = document.querySelector("main") ?? document.body;
return [...new Set(lines().filter((line) => root.contains(line.element)).map((line) => line.words))];
