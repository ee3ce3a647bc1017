"""What the operating system says when a file cannot be written, in words that help."""

import errno

from everyway.errors import WritingError

_WORDS = {
    errno.ENOSPC: ("disk-full", "The disk is full", "Make room on the disk, then run the command again."),
    errno.EDQUOT: ("disk-full", "Your share of the disk is full", "Make room on it, then run the command again."),
    errno.EACCES: ("no-permission", "There is no permission to write", "Ask for the right to write there."),
    errno.EPERM: ("no-permission", "There is no permission to write", "Ask for the right to write there."),
    errno.EROFS: ("no-permission", "The disk can only be read", "Copy the project to a disk that can be written to."),
}


def writing_error(error: OSError) -> WritingError:
    """The error for people that an OSError stands for; it keeps the file's name."""
    slug, what, fix = _WORDS.get(
        error.errno or 0,
        ("cannot-write", error.strerror or str(error), "See whether the file or folder is in use or has been moved."),
    )
    file = f": {error.filename}" if error.filename else ""
    return WritingError(slug, f"{what}{file}.", why="What was there before has been kept.", fix=fix)
