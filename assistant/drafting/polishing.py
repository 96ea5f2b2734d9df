"""Optional polishing of a person's account by a chat model: neutral words for what they told, and nothing else.

The model's text is taken only where it can be held to the account: every number, name and word that tells
something stands there too, what is denied is denied as often, and nothing that was told is gone.
In doubt the account stays as it was written.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.drafting.faithfulness import Account, strays
from assistant.drafting.markup import persian_digits
from assistant.drafting.petition import Block, Facts, Heading, Paragraph, Wording
from assistant.drafting.words import words
from assistant.law.corpus import Corpus
from assistant.law.schemas import Form

if TYPE_CHECKING:  # LangChain takes seconds to import, and there is mostly no chat model
    from langchain_core.language_models import BaseChatModel

log = logging.getLogger(__name__)

_WORTH_POLISHING = 40  # characters


def accounts_of(form: Form, facts: Facts, corpus: Corpus) -> tuple[str, ...]:
    """What a person told of a form in words of their own; nothing where those must stay as they are."""
    if form.own_words:
        return ()
    told = (facts.get(field.name) for field in form.fields if corpus.fields[field.name].account)
    return tuple(text for text in told if isinstance(text, str) and len(text) >= _WORTH_POLISHING)


def own_account(facts: Facts, wording: Wording) -> tuple[Block, ...]:
    """What was told, for the end of a paper that tells it in other words; nothing where it does not."""
    told = [text for text in facts.values() if isinstance(text, str) and wording.get(text, text) != text]
    lines = [line.strip() for text in told for line in text.splitlines() if line.strip()]
    if not lines:
        return ()
    return (Heading(text=words().own_account), *(Paragraph(text=persian_digits(line)) for line in lines))


class Polisher(Protocol):
    """Puts accounts in the style of petitions."""

    def polish(self, account: Account) -> str:
        """Return the account in the style of a petition, or as it was told when in doubt."""
        ...


class _Reply(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    account: str


@dataclass(frozen=True, slots=True)
class ChatPolisher:
    """Polishes by a LangChain chat model, and holds each text to what was told."""

    model: BaseChatModel
    instructions: str

    @classmethod
    def open(cls, model: BaseChatModel, templates_dir: Path) -> ChatPolisher:
        """Return the polisher with the instructions of ``templates/drafting/polish.txt``."""
        return cls(model, (templates_dir / "drafting" / "polish.txt").read_text(encoding="utf-8"))

    def polish(self, account: Account) -> str:
        """Return the account in the style of a petition, or as it was told when the model fails or strays."""
        try:
            polished = self._ask(account)
        except Exception as error:
            # Any provider may fail in its own way; the petition must not depend on it.
            log.warning("the chat model gave no usable account: %s", type(error).__name__)
            return account.text
        if found := strays(polished, account):
            log.warning("the chat model's account was dropped: %s", ", ".join(found))
            return account.text
        return polished

    def _ask(self, account: Account) -> str:
        request = json.dumps({"role": account.role, "account": account.text}, ensure_ascii=False)
        reply = str(self.model.invoke([("system", self.instructions), ("human", request)]).text)
        try:
            said = _Reply.model_validate_json(reply[reply.find("{") : reply.rfind("}") + 1])
        except ValidationError as error:
            raise ValueError("not the JSON asked for") from error
        return "\n".join(line for line in map(str.strip, said.account.splitlines()) if line)
