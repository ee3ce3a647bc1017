"""The talking book of an edition: DAISY 2.02 (2001), which every player for blind and partially sighted people reads.

phrases     the recording → every stretch of sound, with the pages of the PDF among them
containers  the edition → what stands round each sentence
book        phrases → parts (SMIL files) and places to go to
text        phrases → the text, in the order in which it is spoken
make        all of it → a zip, and the folder if it is asked for
"""

from everyway.writing.daisy.make import make_daisy

__all__ = ["make_daisy"]
