"""A quantity in words with its bounds as the text gives them: "≥ 9", "about 12,000", "3,000–4,000"."""

from __future__ import annotations

from babel.numbers import format_compact_currency, format_currency

from dragoman.dossier.wording import Wording, mark
from dragoman.model.quantity import Quantity

# The low bounds that the contract gives to words for an order of magnitude.
VAGUE = {
    24: mark("dozens"),
    200: mark("hundreds"),
    2000: mark("thousands"),
    20_000: mark("tens of thousands"),
    200_000: mark("hundreds of thousands"),
    2_000_000: mark("millions"),
}


def quantity_words(quantity: Quantity, wording: Wording, surface: str = "") -> str:
    """The bounds of a quantity. surface: its words as printed; one without a figure may be "thousands".

    >>> from dragoman.dossier.wording import word
    >>> quantity_words(Quantity(9, None, None, "soldier"), word("en"))
    '≥\\xa09'
    """
    if quantity.state == "undisclosed":
        return wording.text("not disclosed")
    if quantity.state == "none":
        return wording.text("none")
    if quantity.state == "not_mentioned":
        return ""
    low, best, high = (_amount(one, quantity.unit, wording) for one in (quantity.low, quantity.best, quantity.high))
    above = _above(quantity, surface)
    if above is not None:
        return f">\N{NO-BREAK SPACE}{_amount(above, quantity.unit, wording)}"
    vague = _vague(quantity, wording, surface)
    if vague:
        return vague
    if best:
        return _with_best(quantity, (low, best, high), wording)
    if low and high:
        return f"{low}–{high}"
    return f"≥\N{NO-BREAK SPACE}{low}" if low else wording.text("up to %(high)s", high=high)


def _with_best(quantity: Quantity, words: tuple[str, str, str], wording: Wording) -> str:
    low, best, high = words
    if quantity.low == quantity.best == quantity.high:
        return best
    if low and high:
        return f"{best} ({low}–{high})"
    if low:
        about = wording.text("about %(best)s", best=best)
        return f"≥\N{NO-BREAK SPACE}{low}" if low == best else f"{about} (≥\N{NO-BREAK SPACE}{low})"
    if high and high == best:
        return wording.text("nearly %(best)s", best=best)
    if high:
        return wording.text("about %(best)s, up to %(high)s", best=best, high=high)
    return wording.text("about %(best)s", best=best)


def _above(quantity: Quantity, surface: str) -> float | None:
    """ "plus de 11 000" is kept as at least 11,001: nobody counted the one, so it is shown as it was printed."""
    low = quantity.low
    if low is None or quantity.best is not None or quantity.high is not None or (low - 1) % 10 or low <= 1:
        return None
    printed = "".join(one for one in surface if one.isdigit())
    return low - 1 if surface and str(int(low)) != printed else None


def _vague(quantity: Quantity, wording: Wording, surface: str) -> str:
    """ "des milliers de soldats" has a low bound of 2000 by convention, not because anybody counted two thousand."""
    if quantity.low is None or quantity.best is not None or quantity.high is not None or not surface:
        return ""
    word = VAGUE.get(int(quantity.low)) if quantity.low.__class__ is int or float(quantity.low).is_integer() else None
    if word is None or any(one.isdigit() for one in surface):
        return ""
    return f"{wording.text(word)} (≥\N{NO-BREAK SPACE}{_amount(quantity.low, quantity.unit, wording)})"


def _amount(value: float | None, unit: str | None, wording: Wording) -> str:
    if value is None:
        return ""
    number = int(value) if float(value).is_integer() else value
    if unit in wording.locale.currencies and len(unit or "") == 3 and (unit or "").isupper():
        return _money(number, unit or "", wording)
    if unit == "percent":
        return f"{wording.number(number)}\N{NO-BREAK SPACE}%"
    return wording.number(number)


def _money(value: float, unit: str, wording: Wording) -> str:
    """Millions and more are shortened where two decimals keep every digit: €2.5bn, but €1,234,567."""
    for scale in (10**9, 10**6):
        if abs(value) >= scale:
            if round(value / scale, 2) * scale == value:
                return str(format_compact_currency(value, unit, locale=wording.locale, fraction_digits=2))
            break
    # The locale's own pattern, without the cents that nobody printed.
    pattern = wording.locale.currency_formats["standard"].pattern.replace("0.00", "0.##")
    return str(format_currency(value, unit, format=pattern, locale=wording.locale, currency_digits=False))
