"""Everything a step may look at: the guide, the law, and what day it is. No clock, no I/O."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from assistant.calculation import Calculation, Tools
from assistant.drafting import Interview, Polisher, StoryMarker
from assistant.guidance.model import CalculationOffer, Guidance, Section
from assistant.law.corpus import Corpus
from assistant.law.rules import caution
from assistant.law.schemas import Form
from assistant.persian.dates import JalaliDate


class Guide(Protocol):
    """Whoever answers stories and questions: :class:`assistant.guidance.Guide`."""

    def ask(self, question: str, on: JalaliDate) -> Guidance:
        """Answer a question or a story, as of a day."""
        ...

    def about(self, slug: str, on: JalaliDate) -> tuple[Section, ...]:
        """The whole guide of one form."""
        ...

    def say(self, sections: tuple[Section, ...], on: JalaliDate) -> str:
        """Sections as text, each sentence with what it cites."""
        ...

    def calculation(self, text: str, on: JalaliDate) -> CalculationOffer | None:
        """The calculator that a message asks for, with what it tells of the inputs."""
        ...

    def calculated(self, result: Calculation, on: JalaliDate) -> tuple[Section, ...]:
        """What a calculation found."""
        ...

    def tools(self, on: JalaliDate) -> Tools:
        """What a calculation of a day may look at."""
        ...


@dataclass(frozen=True, slots=True)
class World:
    """What a step may look at."""

    guide: Guide
    corpus: Corpus
    today: JalaliDate
    attached: tuple[str, ...] = ()  # what the attached files are called, and which papers they are
    polisher: Polisher | None = None  # puts accounts in the style of petitions, where a chat model is set
    marker: StoryMarker | None = None  # has learned which words of a story tell a field

    def ask(self, question: str) -> Guidance:
        """The guide's answer as of today."""
        return self.guide.ask(question, self.today)

    def about(self, slug: str) -> tuple[Section, ...]:
        """The whole guide of one form as of today."""
        return self.guide.about(slug, self.today)

    def say(self, sections: tuple[Section, ...]) -> str:
        """Sections as text, then what must be said of uncertain figures in them."""
        uses = {use.id: use for section in sections for said in section.sentences for use in said.rules}
        shown = tuple(section for section in sections if section.topic != "cautions")
        return "\n\n".join(filter(None, (self.guide.say(shown, self.today), *caution(uses.values()))))

    def tools(self) -> Tools:
        """What a calculation of today may look at."""
        return self.guide.tools(self.today)

    def form(self, slug: str) -> Form:
        """A form of the corpus."""
        return self.corpus.forms[slug]

    def interview(self, slug: str) -> Interview:
        """The interview of a form."""
        return Interview(self.form(slug), self.corpus, self.today, self.marker)

    def title(self, slug: str) -> str:
        """How a form is called when it is offered: «دادخواست مطالبه مهریه»."""
        named = self.corpus.forms.get(slug) or self.corpus.claims[slug]
        return named.title if named.kind in named.title else f"{named.kind} {named.title}"

    def filled(self, *texts: str) -> tuple[str, ...]:
        """Texts of the corpus with the figures of today, then what must be said of uncertain ones."""
        rendered = [self.corpus.rules.render(text, self.today) for text in texts]
        uses = {use.id: use for text in rendered for use in text.uses}
        return (*(text.text for text in rendered), *caution(uses.values()))
