"""Optional rewording by a chat model: it may rephrase what stands on records, and never add."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from assistant.guidance.grounding import is_grounded, negations
from assistant.guidance.model import Section, Sentence

if TYPE_CHECKING:  # LangChain takes seconds to import, and there is mostly no chat model
    from langchain_core.language_models import BaseChatModel

log = logging.getLogger(__name__)


class Reworded(BaseModel):
    """A sentence of the model, with the numbers of the records that it rewords."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: str
    records: tuple[int, ...]


_REPLY = TypeAdapter(tuple[Reworded, ...])


class Rephraser(Protocol):
    """Rewords sections; returns them unchanged when in doubt."""

    def reword(self, question: str, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        """Return the sections, perhaps in smoother words."""
        ...


@dataclass(frozen=True, slots=True)
class ChatRephraser:
    """Rewords the summary by a LangChain chat model, and drops every sentence that its records don't bear."""

    model: BaseChatModel
    instructions: str

    @classmethod
    def open(cls, model: BaseChatModel, templates_dir: Path) -> ChatRephraser:
        """Return the rephraser with the instructions of ``templates/guidance/rephrase.txt``."""
        return cls(model, (templates_dir / "guidance" / "rephrase.txt").read_text(encoding="utf-8"))

    def reword(self, question: str, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        """Return the sections with the first one reworded, or unchanged when the model fails or adds anything."""
        if not sections:
            return sections
        first, *rest = sections
        try:
            sentences = self._ask(question, first.sentences)
        except Exception as error:
            # Any provider may fail in its own way; the plain answer must not depend on it.
            log.warning("the chat model gave no usable answer: %s", type(error).__name__)
            return sections
        kept = tuple(s for s in sentences if is_grounded(s, first.sentences))
        if len(kept) < len(sentences) or not kept or _lost(first.sentences, kept):
            log.warning(
                "the chat model's wording was dropped: %d of %d sentences stand", len(kept), len(sentences)
            )
            return sections
        return (Section(first.topic, first.title, kept), *rest)

    def _ask(self, question: str, records: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        numbered = [{"record": n, "text": record.text} for n, record in enumerate(records, start=1)]
        request = json.dumps({"question": question, "records": numbered}, ensure_ascii=False)
        reply = self.model.invoke([("system", self.instructions), ("human", request)])
        try:
            reworded = _REPLY.validate_json(_json_part(str(reply.text)))
        except ValidationError as error:
            raise ValueError("not the JSON asked for") from error
        return tuple(_sentence(item, records) for item in reworded)


def _sentence(item: Reworded, records: tuple[Sentence, ...]) -> Sentence:
    sources = [records[n - 1] for n in item.records if 1 <= n <= len(records)]
    cites = dict.fromkeys(c for source in sources for c in source.cites)
    uses = {use.id: use for source in sources for use in source.rules}
    return Sentence(item.text.strip(), tuple(cites), tuple(uses.values()))


def _json_part(text: str) -> str:
    start, end = text.find("["), text.rfind("]")
    return text[start : end + 1]


def _lost(records: tuple[Sentence, ...], kept: tuple[Sentence, ...]) -> bool:
    """Whether a figure, a citation or a "not" of the records is gone."""
    used = {use.id for record in records for use in record.rules} - {use.id for s in kept for use in s.rules}
    cited = {id_ for record in records for id_ in record.cites} - {id_ for s in kept for id_ in s.cites}
    denied, said = (negations(" ".join(s.text for s in sentences)) for sentences in (records, kept))
    return bool(used or cited) or denied != said
