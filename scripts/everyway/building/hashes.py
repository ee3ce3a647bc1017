"""The hash of what was made."""

import hashlib
from pathlib import Path


def content_hash(path: Path) -> str:
    """The SHA-256 of a file, or of a folder's files with their names, in order; hexadecimal."""
    digest = hashlib.sha256()
    files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
    for file in files:
        content = hashlib.sha256(file.read_bytes())
        if file is path:
            return content.hexdigest()
        digest.update(f"{content.hexdigest()} {file.relative_to(path).as_posix()}\n".encode())
    return digest.hexdigest()
