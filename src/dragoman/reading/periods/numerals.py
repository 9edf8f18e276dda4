"""Number words as far as time expressions need them: "twenty-nine", "two thousand and five", "vingt et un"."""

from __future__ import annotations

from dragoman.world.period import PeriodForm

_LONGEST = 9  # lexemes looked at: "nineteen hundred and seventy-nine" has six


def number_at(keys: tuple[str, ...], index: int, forms: dict[str, tuple[PeriodForm, ...]]) -> tuple[int, int] | None:
    """The number word that starts at a lexeme: how many lexemes it takes and its value; None if none starts there.

    Two numbers side by side that do not join stay apart, but "nineteen seventy-nine" is a year as it is said aloud.

    >>> from dragoman.world.period import lexemes_of, read_period_forms
    >>> number_at(lexemes_of("two thousand and five men"), 0, read_period_forms("en"))
    (4, 2005)
    """
    total, group, taken, cursor = 0, 0, 0, index
    previous = ""
    while cursor < len(keys) and cursor - index < _LONGEST:
        step = _part_at(keys, cursor, forms) if not previous or not _is_joint(keys[cursor], forms) else None
        if step is None:
            joint = bool(previous) and _is_joint(keys[cursor], forms)
            after = _part_at(keys, cursor + 1, forms, late=True) if joint and cursor + 1 < len(keys) else None
            if after is None or not _joins(previous, group, after, keys[cursor]):
                break
            cursor, step = cursor + 1, after
        elif previous and not _joins(previous, group, step, ""):
            break
        length, kind, value = step
        if kind == "SCALE":
            group = max(group, 1) * value
            if value == 1000:
                total, group = total + group, 0
        elif (
            previous
            and 13 <= group <= 20
            and (kind == "TENS" or value >= 10)
            and not total
            and not (group == 20 and kind == "ONE")
        ):
            group = group * 100 + value  # nineteen seventy; twenty twenty
        else:
            group += value
        cursor += length
        previous, taken = kind if value != 1000 else "THOUSAND", cursor - index
    return (taken, total + group) if taken else None


def _is_joint(key: str, forms: dict[str, tuple[PeriodForm, ...]]) -> bool:
    return key == "-" or any("JOINT" in form.values and len(form.lexemes) == 1 for form in forms.get(key, ()))


def _part_at(
    keys: tuple[str, ...], index: int, forms: dict[str, tuple[PeriodForm, ...]], late: bool = False
) -> tuple[int, str, int] | None:
    kinds = ("ONE", "TENS", "SCALE", "ONELATE") if late else ("ONE", "TENS", "SCALE")
    for form in forms.get(keys[index], ()):
        kind = next((name for name in kinds if name in form.values), None)
        length = len(form.lexemes)
        if kind and (length == 1 or keys[index : index + length] == form.lexemes):
            return length, kind.removesuffix("LATE"), int(form.values[kind])
    return None


def _joins(previous: str, group: int, step: tuple[int, str, int], joint: str) -> bool:
    """Whether the next part goes on with the number: tens take ones ("vingt-neuf", "soixante-dix"), scales take all."""
    _, kind, value = step
    if previous == "THOUSAND":
        return True
    if kind == "SCALE":
        return previous != "SCALE" or value == 1000
    if previous == "SCALE":
        return joint != "-"
    if previous == "TENS":
        french = group % 100 in (60, 80) and 10 <= value <= 19
        spoken_year = group == 20 and not joint and (kind == "TENS" or value >= 10)
        return ((kind == "ONE" and (value < 10 or french)) and group % 10 == 0) or spoken_year
    return previous == "ONE" and not joint and 13 <= group <= 19 and (kind == "TENS" or 10 <= value <= 19)
