"""From inputs to entries: each document read, coded and checked, with progress and a count of what went wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.cli.choice import Choice
from dragoman.coding.code import code
from dragoman.coding.datasets import BadRow, code_row
from dragoman.coding.warning import find_warnings
from dragoman.model.claim import Claim
from dragoman.model.document import Document, DocumentWarning, Rejected
from dragoman.model.entry import Entry
from dragoman.model.reading import Reading
from dragoman.model.span import quote
from dragoman.pipelines import SHIPPED, load_parser, load_ranker
from dragoman.reading.read import read, read_bare


@dataclass(frozen=True, slots=True)
class Read:
    """One document read. reading: of times alone where its language has no parser; None where it has no words of time either, and for a row of a set of coded events."""

    document: Document
    reading: Reading | None
    claims: tuple[Claim, ...]
    warnings: tuple[DocumentWarning, ...]

    @property
    def is_unread(self) -> bool:
        """Whether its language has no parser, so that nothing is read in it but times."""
        return self.document.language not in SHIPPED and self.document.dataset is None

    @property
    def entry(self) -> Entry:
        """What the ledger keeps of it."""
        return Entry(self.document, self.claims, self.warnings)


@dataclass(slots=True)
class Tally:
    """What a run met: documents read, unread, rejected, and claims found."""

    read: int = 0
    claims: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    rejected: list[Rejected] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0 all read, 1 some rejected or left unread, 2 nothing read."""
        if not self.read:
            return 2
        return 1 if self.rejected or self.unread else 0

    def lines(self) -> Iterator[str]:
        """The summary of a run."""
        yield f"{self.read} document{'s' * (self.read != 1)} read, {self.claims} claim{'s' * (self.claims != 1)}"
        for language, count in sorted(self.unread.items()):
            yield f"{count} kept unread: no parser for language {language!r}"
        if self.rejected:
            yield f"{len(self.rejected)} rejected:"
        for one in self.rejected:
            yield f"  {one.source_id}: {one.reason}"


def read_one(document: Document, choice: Choice) -> Read:
    """Read, code and check one document. A language without a parser gives its times, if their words are known, and one warning.

    A row of a set of coded events is taken as it is coded there, and no grammar reads it. Raises NoParser if a pipeline is named
    that is not installed, BadRow for a row that cannot be.
    """
    if document.dataset is not None:
        return Read(document, None, code_row(document), ())
    if document.language not in SHIPPED:
        return _unread(document)
    parser = load_parser(document.language, choice.name, choice.fast)
    reading = read(document, parser, hints=not choice.rules_alone)
    ranker = None if choice.rules_alone else load_ranker(document.language, choice.name, choice.fast)
    claims = code(reading, ranker)
    return Read(document, reading, claims, (*find_warnings(reading, claims), *_unread_paragraphs(document)))


def _unread(document: Document) -> Read:
    bare = read_bare(document)
    told = "only its times are read" if bare else "not read"
    warning = DocumentWarning("unread_language", None, f"no parser reads language {document.language!r}: kept, {told}")
    return Read(document, bare, (), (warning,))


def _unread_paragraphs(document: Document) -> tuple[DocumentWarning, ...]:
    """A warning for each paragraph that is in another language than its document."""
    return tuple(
        DocumentWarning(
            "unread_language", quote(one.span, document.text),
            f"looks written in {one.language!r} and not in {document.language!r}: not read",
        )
        for one in document.paragraphs if one.language is not None
    )  # fmt: skip


def read_all(inputs: Iterable[Document | Rejected], tally: Tally, choice: Choice) -> Iterator[Read | Rejected]:
    """Read documents in order of input, counting in `tally`. A rejected input passes through; a bug stops the run."""
    for one in inputs:
        if isinstance(one, Rejected):
            tally.rejected.append(one)
            yield one
            continue
        try:
            done = read_one(one, choice)
        except BadRow as error:
            tally.rejected.append(refused := Rejected(one.source_id, "reading", str(error)))
            yield refused
            continue
        if done.is_unread:
            tally.unread[one.language] += 1
        else:
            tally.read += 1
            tally.claims += len(done.claims)
        yield done
