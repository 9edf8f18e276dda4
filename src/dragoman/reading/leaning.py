"""How far a trained model moves what the rules read of a predicate: towards doubt and denial, never towards sureness.

The rules know the words that turn an event ("denied that", "if", "pourrait"); what they pass over they call asserted. There
the model's share decides; where the rules found a cue, their reading stands.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.factuality import Factuality, Status
from dragoman.model.hint import Hint

# Shares from which the model is followed, 26 November 2026. Macro-F1 on the UW, RP and CB rows of factuality_en, which no head was
# trained on: rules alone 0.603; doubt from 0.6 0.602, from 0.7 0.602, from 0.8 0.605. From 0.7 on one event of the parallel sentences is
# asserted in one language alone, so doubt begins at 0.6. Denial takes an event away, and from 0.7 to 0.9 nothing measured changes.
DOUBTED, DENIED = 0.6, 0.9
# Languages whose head is asked. Of ten events that the French head weakened in 150 reports of Wikinews (26 November 2026) none was in
# doubt ("un groupe de trente-deux personnes qui se rendait en Suisse"); of twelve that the English one did in 250 texts, nine were.
HEARD = frozenset(("en",))
SAID = 0.5  # share from which a word stands in what somebody is said to have said


def leaned(stance: Factuality, hint: Hint | None, language: str) -> Factuality:
    """The rules' reading, weakened where they found nothing and the model is sure that something turns the event.

    >>> from dragoman.model.hint import Hint
    >>> plain = Factuality("asserted", None, "positive", "certain", "past")
    >>> leaned(plain, Hint((0.1, 0.8, 0.1, 0.0, 0.0), 0, 0, 0, -1), "en").certainty
    'probable'
    """
    if hint is None or language not in HEARD or stance.cues:
        return stance  # cues, as in "managed to seize": the rules found what turns it, and that it did
    if stance.status != "asserted" or stance.polarity != "positive" or stance.certainty != "certain":
        return stance
    asserted, hedged, uncertain, doubted, denied = hint.commitment
    if denied >= DENIED:
        return replace(
            stance, status="negated", polarity="negative", certainty="probable"
        )  # no word of the text says so
    if 1.0 - asserted - denied < DOUBTED:
        return stance
    # "Selon Séoul, 300 soldats ont été tués": readers do not vouch for what is reported, and the chain says so already.
    status: Status = "asserted" if hint.content >= SAID else "possible"
    if doubted > max(hedged, uncertain):
        return replace(stance, status="possible", polarity="negative", certainty="possible")
    return replace(stance, status=status, certainty="probable" if hedged >= uncertain else "possible")
