"""Every form of the product can be gone through to the end with the facts of its example."""

from __future__ import annotations

from functools import lru_cache

import pytest
import yaml

from assistant.dialogue import Conversation, Said, SubmitDraft, World, step
from assistant.dialogue.turn import Turn
from assistant.drafting import normalise_facts
from assistant.guidance import Guide
from assistant.law import load_corpus
from assistant.persian.dates import JalaliDate
from assistant.settings import settings
from tests.dialogue.words_index import WordsIndex

TODAY = JalaliDate.of(1405, 9, 3)
PHRASE = "می‌دانم این کار برگشت ندارد و تأیید می‌کنم"


@lru_cache(maxsize=1)
def real_world() -> World:
    corpus = load_corpus()
    return World(Guide.open(corpus, WordsIndex(corpus), settings()), corpus, TODAY)  # type: ignore[arg-type]


def slugs() -> list[str]:
    corpus = load_corpus()
    return [slug for slug in corpus.forms if (corpus.form_dir(slug) / "example.yaml").exists()]


def answer(turn: Turn, facts: dict[str, str | bool], world: World) -> str:
    """What a person who knows the example would type now."""
    now = turn.conversation
    if now.pending is not None:
        return "بله" if now.pending.kind == "insist" else now.pending.options[-1].text
    assert now.form is not None
    assert now.asking is not None
    value = facts.get(now.asking)
    if isinstance(value, bool):
        return "بله" if value else "خیر"
    if value is None:
        return "رد کن"
    of_money = world.interview(now.form).fields[now.asking].type == "rial_amount"
    return f"{value} ریال" if of_money else value


@pytest.mark.parametrize("slug", slugs())
def test_the_form_is_asked_through_shown_and_handed_over(slug: str) -> None:
    world = real_world()
    form = world.form(slug)
    example = yaml.safe_load((world.corpus.form_dir(slug) / "example.yaml").read_text(encoding="utf-8"))
    facts = dict(normalise_facts(form, example, world.corpus, TODAY).facts)
    turn = step(Conversation(state="choosing", offers=(slug,)), Said(text="بله"), world)
    for _ in range(3 * len(form.fields)):
        if turn.conversation.state == "preview":
            break
        turn = step(turn.conversation, Said(text=answer(turn, facts, world)), world)
    assert turn.conversation.state == "preview", turn.messages[-1].text
    assert any(message.html for message in turn.messages)
    told = turn.conversation.facts
    assert {name: facts[name] for name in told if name in facts} == told
    turn = step(turn.conversation, Said(text="تأیید می‌کنم"), world)
    if form.irreversible:
        assert turn.conversation.state == "confirming"
        turn = step(turn.conversation, Said(text=PHRASE), world)
    assert [command.form for command in turn.commands if isinstance(command, SubmitDraft)] == [slug]
