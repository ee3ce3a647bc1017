"""The site's templates as compiled code, kept for as long as Python runs: a preview makes its pages again and again."""

from __future__ import annotations

from functools import cache

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Code by the key of its template; Jinja itself sees whether the template has changed since."""

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template, if it is known and the template is what it was."""
        checksum, code = self._codes.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._codes[bucket.key] = (bucket.checksum, bucket.bytecode_to_string())


@cache
def compiled() -> Compiled:
    """What is kept by this process."""
    return Compiled()
