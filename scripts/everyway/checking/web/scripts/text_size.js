// The size of each piece of text, to compare it with its size when the browser's own text size is another.
const sizes = {};
for (const line of lines()) sizes[namely(line.element)] ??= [parseFloat(getComputedStyle(line.element).fontSize), line.words];
return sizes;
