"""The papers that a form asks for, against what was attached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.dialogue.conversation import Value
from assistant.dialogue.texts import plain, say
from assistant.drafting.composition import attachments_of
from assistant.law.corpus import Corpus
from assistant.law.schemas import Form
from assistant.persian.dates import JalaliDate


@dataclass(frozen=True, slots=True)
class Papers:
    """What goes with a petition, in the words of its form; ``optional`` is good to have."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Both, the required ones first."""
        return (*self.required, *self.optional)

    def missing(self, attached: Iterable[str]) -> tuple[str, ...]:
        """Return the required papers that none of the names stands for: what files are, or are for."""
        names = {plain(name) for name in attached}
        return tuple(paper for paper in self.required if plain(paper) not in names)

    def said_missing(self, attached: Iterable[str]) -> str:
        """Say which papers are still missing: «هنوز مانده: …»; empty where the form asks for none."""
        if not self.required:
            return ""
        missing = self.missing(attached)
        if not missing:
            return say("road.attach_complete")
        return say("road.attach_missing", papers=f"{say('road.attach_between')} ".join(missing))


def papers_of(form: Form, facts: Mapping[str, Value], corpus: Corpus, on: JalaliDate) -> Papers:
    """Return the papers that a form asks for, as far as its facts are known."""
    asked = attachments_of(form, facts, corpus, on)
    return Papers(
        tuple(paper.text for paper in asked if paper.required),
        tuple(paper.text for paper in asked if not paper.required),
    )
