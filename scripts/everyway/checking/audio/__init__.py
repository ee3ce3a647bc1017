"""Audio as a listener gets it: each file read back and measured, apart from whoever wrote it.

check    what the gate asks: sound, words, chapters
sound    decoded, and measured
mp4      the boxes of an audiobook
tags     what an MP3 or an audiobook tells of itself
cues     WebVTT
text     captions, words and transcript against the model
marks    chapters against the model
heard    what a recogniser hears in it (optional)
"""
