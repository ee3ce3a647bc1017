"""The checks of a talking book (DAISY 2.02), which read it as a player does and share nothing with what wrote it.

archive   a zip or folder → its files by name
reading   files → places to go to, phrases, places in the text
sound     an MP3 → how long it is and how it is coded
files, structure, order, times, numbers, text, pages: one look each
check     all of it, for the gate
"""
