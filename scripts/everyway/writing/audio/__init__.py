"""Spoken formats: one recording in files for every player, and its words beside it.

mp3          a book as one MP3 with chapters, its captions and transcript
m4b          a book as an audiobook
chapters     a file for each chapter, as the site plays them
wav, cd      for studios, and for players of discs
placed       where each chapter begins in one file of all
captions     WebVTT
transcript   what is said, as text
id3          the tag of an MP3, with its chapters and cover
cover        the picture that players show
facts        what is told of a spoken format
"""
