"""A check as a page: an article's warnings, then its claims one by one, each with the sentences for and against it."""

from __future__ import annotations

from collections import Counter

from dragoman.dossier import label
from dragoman.dossier.display import Display, state_names
from dragoman.dossier.render import asset, environment_of, policy_of
from dragoman.dossier.wording import mark, word
from dragoman.model.document import Rejected
from dragoman.model.finding import JUDGEMENTS, Checked, words_of_claim

JUDGEMENT_LABELS = {
    "supported": mark("supported"),
    "contradicted": mark("contradicted"),
    "new": mark("new"),
    "cannot_be_judged": mark("cannot be judged"),
}
REASONS = {
    "another source says what cannot hold beside it": mark("another source says what cannot hold beside it"),
    "independent originators say it too": mark("independent originators say it too"),
    "elsewhere from the same originator only: a repetition supports nothing": mark(
        "elsewhere from the same originator only: a repetition supports nothing"
    ),
    "said elsewhere by nobody who is named": mark("said elsewhere by nobody who is named"),
    "coded elsewhere in a set of events, which may have it from this very report": mark(
        "coded elsewhere in a set of events, which may have it from this very report"
    ),
    "said elsewhere by copies of this text only": mark("said elsewhere by copies of this text only"),
    "a judgement, a possibility or a prediction": mark("a judgement, a possibility or a prediction"),
    "nobody else says it here": mark("nobody else says it here"),
}


def render_check_page(articles: tuple[Checked, ...], language: str = "en", rejected: tuple[Rejected, ...] = ()) -> str:
    """One page for all articles, in the interface's language; quotations stay in their own. rejected: inputs that were no article.

    The same articles give the same characters. Raises UnknownLanguage for a language without a catalogue.
    """
    wording = word(language)
    style = asset("dossier.css") + asset("check.css")
    return (
        environment_of(language)
        .get_template("check.html")
        .render(
            articles=articles,
            rejected=rejected,
            counts=[Counter(one.code for one in article.warnings) for article in articles],
            d=Display(wording, {}, state_names(language)),
            judgements=JUDGEMENTS,
            judgement_label={name: wording.text(text) for name, text in JUDGEMENT_LABELS.items()},
            reason={name: wording.text(text) for name, text in REASONS.items()},
            label=label,
            shown=words_of_claim,
            language=language,
            style=style,
            policy=policy_of(style, ""),
        )
    )
