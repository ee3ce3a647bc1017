"""Easy Read, as far as a program can tell: an edition in, findings out. `check` has the list of all rules.

- `told`: the sentences of an edition as a reader meets them, word by word; `document`: an edition with all they need
- `length`, `letters`, `verbs`, `passive`, `words`, `sayings`, `numbers`, `dates`, `negatives`, `reader`: sentences
- `pictures`, `structure`: how they stand; `printed`: the PDF
- `vocabulary/`: the words to look for, a file a language; `profiles/`: which rules count, and how much
- `frequency`: which words are common, by the list of the package wordfreq, which is read where it is installed
"""
