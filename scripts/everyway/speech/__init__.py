"""Speech: what is said, who says it, when, and in what sound. It knows nothing of files for readers.

The way from the model to sound, in its order:

    script     model → what is said: chapters of utterances, each of typed tokens
    voices     tokens → sound, each engine in a process of its own
    speaking   a chapter of the script → its sound and the time of every utterance
    levelling  all chapters' sounds → one gain for the whole book
    encoding   a chapter's sound → MP3 and AAC
    recording  all of it in one row; what the spoken formats are written from
"""
