"""The lines of a PDF's page with where they stand and how large they are drawn, in the order of the file."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_SPACES = re.compile(r"[ \t\u00a0]+")
# Of the distance of lines; paragraphs that are set apart stand half a line further off. Seen in files of Chromium and ReportLab, 2026-11: a
# smaller one parts lines around a raised note, a larger one joins paragraphs.
_MIN_GAP = 1.3
_LINE_PER_SIZE = 1.25  # the distance that letters of a size want: a heading of two lines stands wider than the text
_MIN_GROWTH = 1.08  # of the size of letters: a heading is at a tenth more


@dataclass(frozen=True, slots=True)
class Line:
    """A line. height: where it stands above the foot of the page, size: of its letters, both in points; None where the file does not tell."""

    words: str
    height: float | None = None
    size: float | None = None


def find_lines(page: Any) -> list[Line]:
    """The lines of a page that hold something. page: of pypdf."""
    found: list[Line] = []
    pieces: list[tuple[str, float | None, float | None]] = []

    def visit(words: str, matrix: list[float], text_matrix: list[float], _font: Any, size: float) -> None:
        height, drawn = _placed(matrix, text_matrix, size)
        first, *others = words.split("\n")
        pieces.append((first, height, drawn))
        for one in others:
            found.append(_line(pieces))
            pieces.clear()
            pieces.append((one, height, drawn))

    words = page.extract_text(visitor_text=visit) or ""
    found.append(_line(pieces))
    if "".join(one.words for one in found).replace(" ", "") != "".join(
        plain(one) for one in words.splitlines()
    ).replace(" ", ""):
        found = [Line(plain(one).strip()) for one in words.splitlines()]  # the words come first, the places second
    return [one for one in found if one.words]


def _placed(matrix: list[float], text_matrix: list[float], size: float) -> tuple[float | None, float | None]:
    """Height above the foot of the page, and size of letters, as the two matrices of a text give them (ISO 32000-1, 9.4.4)."""
    try:
        height = matrix[1] * text_matrix[4] + matrix[3] * text_matrix[5] + matrix[5]
        drawn = abs(size) * math.hypot(text_matrix[2], text_matrix[3]) * math.hypot(matrix[2], matrix[3])
    except (TypeError, ValueError, IndexError, OverflowError):
        return None, None
    return (height, drawn) if math.isfinite(height) and math.isfinite(drawn) else (None, None)


def _line(pieces: list[tuple[str, float | None, float | None]]) -> Line:
    """Pieces as one line, which stands where its longest piece does: a note's number is higher, and smaller."""
    _, height, size = max(pieces, key=lambda one: len(one[0]), default=("", None, None))
    return Line(plain("".join(one[0] for one in pieces)).strip(), height, size)


def plain(line: str) -> str:
    """Words of one line without control characters and halves of characters, with one space between them."""
    return "".join(one for one in _SPACES.sub(" ", line) if one >= " " and not "\ud800" <= one <= "\udfff")


def usual_distance(lines: list[Line]) -> float | None:
    """The distance at which most lines follow one another, None for a file that does not tell."""
    steps = sorted(step for one, following in pairwise(lines) if (step := _step(one, following)))
    return steps[len(steps) // 2] if steps else None


def are_apart(line: Line, following: Line, usual: float | None) -> bool:
    """Whether two lines are drawn as of two paragraphs: with a gap between them, or in letters of another size."""
    if line.size and following.size and not 1 / _MIN_GROWTH < line.size / following.size < _MIN_GROWTH:
        return True
    step = _step(line, following)
    return step is not None and usual is not None and step > _MIN_GAP * max(usual, _LINE_PER_SIZE * (line.size or 0))


def _step(line: Line, following: Line) -> float | None:
    """How far down the next line is, None where it is no lower: at the head of another column or page."""
    if line.height is None or following.height is None or line.height - following.height <= 0.5:
        return None
    return line.height - following.height
