"""Outlines of SVG (SVG 2, chapters 9 and 10) as operators of PDF: lines and Bézier curves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import acos, ceil, copysign, cos, hypot, pi, radians, sin, sqrt, tan

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_ARC = re.compile(rf"[\s,]*({_NUMBER.pattern})" * 3 + r"[\s,]*([01])" * 2 + rf"[\s,]*({_NUMBER.pattern})" * 2)
"""The numbers of an arc: its two flags need not be parted from what follows."""

_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}
_ROUND = 4 / 3 * tan(pi / 8)


def numbers(text: str) -> list[float]:
    """The numbers of an attribute; ValueError when there is anything else in it."""
    if re.sub(r"[\s,]", "", _NUMBER.sub("", text)):
        raise ValueError(f"no numbers: {text[:40]}")
    return [float(number) for number in _NUMBER.findall(text)]


def polygon(points: Sequence[float], *, closed: bool) -> str:
    """Lines from point to point."""
    pairs = list(zip(points[::2], points[1::2], strict=True))
    drawn = [f"{x:.4f} {y:.4f} {'l' if number else 'm'}" for number, (x, y) in enumerate(pairs)]
    return " ".join([*drawn, "h"] if closed and drawn else drawn)


def circle(x: float, y: float, across: float, down: float) -> str:
    """An ellipse about a middle; nothing when it has no width or no height."""
    return rectangle(x - across, y - down, 2 * across, 2 * down, across, down)


def rectangle(x: float, y: float, width: float, height: float, across: float, down: float) -> str:
    """A rectangle whose corners are quarters of an ellipse."""
    if width <= 0 or height <= 0:
        return ""
    across, down = min(across, width / 2), min(down, height / 2)
    if not across or not down:
        return f"{x:.4f} {y:.4f} {width:.4f} {height:.4f} re"
    right, bottom, h, v = x + width, y + height, across * (1 - _ROUND), down * (1 - _ROUND)
    return "\n".join(
        (
            f"{x + across:.4f} {y:.4f} m {right - across:.4f} {y:.4f} l",
            _curve(right - h, y, right, y + v, right, y + down),
            f"{right:.4f} {bottom - down:.4f} l",
            _curve(right, bottom - v, right - h, bottom, right - across, bottom),
            f"{x + across:.4f} {bottom:.4f} l",
            _curve(x + h, bottom, x, bottom - v, x, bottom - down),
            f"{x:.4f} {y + down:.4f} l",
            f"{_curve(x, y + v, x + h, y, x + across, y)} h",
        )
    )


def path(data: str) -> str:
    """The `d` of a path; ValueError when it cannot be read."""
    if _COMMAND.sub("", data).strip():
        raise ValueError(f"no path: {data[:40]}")
    return "\n".join(_drawn(data))


def _drawn(data: str) -> Iterator[str]:
    x = y = start_x = start_y = 0.0
    handle: tuple[float, float] | None = None
    kind = ""
    for command, values in _steps(data):
        letter = command.upper()
        if letter == "Z":
            yield "h"
            x, y, handle, kind = start_x, start_y, None, "Z"
            continue
        if command.islower():
            values = _absolute(letter, values, x, y)
        if letter in "ML":
            x, y = values
            if letter == "M":
                start_x, start_y = x, y
            yield f"{x:.4f} {y:.4f} {letter.lower()}"
        elif letter in "HV":
            x, y = (values[0], y) if letter == "H" else (x, values[0])
            yield f"{x:.4f} {y:.4f} l"
        elif letter == "A":
            yield from _arc(x, y, *values)
            x, y = values[5:]
        else:
            same = handle if handle and kind in ("CS" if letter in "CS" else "QT") else None
            if letter in "ST":
                first = (2 * x - same[0], 2 * y - same[1]) if same else (x, y)
                values = [*first, *values]
            if letter in "QT":
                qx, qy, end_x, end_y = values
                handle = (qx, qy)
                thirds = (
                    x + 2 * (qx - x) / 3,
                    y + 2 * (qy - y) / 3,
                    end_x + 2 * (qx - end_x) / 3,
                    end_y + 2 * (qy - end_y) / 3,
                )
                values = [*thirds, end_x, end_y]
            else:
                handle = (values[2], values[3])
            yield _curve(*values)
            x, y = values[4:]
        kind = letter


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with the numbers that it takes; further numbers repeat it."""
    for command, text in _COMMAND.findall(data):
        letter = command.upper()
        if letter == "Z":
            yield command, []
            continue
        given = _arcs(text) if letter == "A" else numbers(text)
        takes = _TAKES[letter]
        if not given or len(given) % takes:
            raise ValueError(f"no path: {command}{text[:40]}")
        for at in range(0, len(given), takes):
            yield command, given[at : at + takes]
            command = {"M": "L", "m": "l"}.get(command, command)


def _arcs(text: str) -> list[float]:
    given, at = list[float](), 0
    while arc := _ARC.match(text, at):
        given += map(float, arc.groups())
        at = arc.end()
    if text[at:].strip():
        raise ValueError(f"no arc: {text[:40]}")
    return given


def _absolute(letter: str, values: Sequence[float], x: float, y: float) -> list[float]:
    if letter == "A":
        return [*values[:5], values[5] + x, values[6] + y]
    if letter == "V":
        return [values[0] + y]
    return [value + (y if number % 2 else x) for number, value in enumerate(values)]


def _curve(*points: float) -> str:
    return f"{' '.join(f'{point:.4f}' for point in points)} c"


def _arc(
    x: float, y: float, across: float, down: float, turn: float, large: float, sweep: float, end_x: float, end_y: float
) -> Iterator[str]:
    """An arc of an ellipse as curves of at most a quarter (SVG 2, B.2.4)."""
    if (x, y) == (end_x, end_y):
        return
    across, down = abs(across), abs(down)
    if not across or not down:
        yield f"{end_x:.4f} {end_y:.4f} l"
        return
    over, up = cos(radians(turn)), sin(radians(turn))
    half_x, half_y = (x - end_x) / 2, (y - end_y) / 2
    own_x, own_y = over * half_x + up * half_y, over * half_y - up * half_x
    if (much := hypot(own_x / across, own_y / down)) > 1:
        across, down = across * much, down * much
    inside = (across * own_y) ** 2 + (down * own_x) ** 2
    root = sqrt(max(0.0, (across * down) ** 2 / inside - 1)) * (1 if bool(large) != bool(sweep) else -1)
    middle_x, middle_y = root * across * own_y / down, -root * down * own_x / across
    centre_x = over * middle_x - up * middle_y + (x + end_x) / 2
    centre_y = up * middle_x + over * middle_y + (y + end_y) / 2
    first = _angle((own_x - middle_x) / across, (own_y - middle_y) / down)
    whole = (_angle((-own_x - middle_x) / across, (-own_y - middle_y) / down) - first) % (2 * pi)
    whole -= 0 if sweep else 2 * pi
    pieces = max(1, ceil(abs(whole) / (pi / 2) - 1e-6))
    step = whole / pieces
    reach = 4 / 3 * tan(step / 4)

    def at(angle: float, along: float) -> tuple[float, float]:
        own = (across * (cos(angle) - along * sin(angle)), down * (sin(angle) + along * cos(angle)))
        return centre_x + over * own[0] - up * own[1], centre_y + up * own[0] + over * own[1]

    for piece in range(pieces):
        begin, end = first + piece * step, first + (piece + 1) * step
        yield _curve(*at(begin, reach), *at(end, -reach), *at(end, 0))


def _angle(x: float, y: float) -> float:
    return copysign(acos(max(-1.0, min(1.0, x / hypot(x, y)))), y)
