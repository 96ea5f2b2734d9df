"""The data files of the dialogue: complete, used, and in clean Persian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from assistant.dialogue.texts import field_words, words
from assistant.law import load_corpus
from assistant.persian import normalize
from assistant.settings import PROJECT, settings

CODE = "\n".join(path.read_text() for path in (PROJECT / "assistant" / "dialogue").glob("*.py"))
# These sections are asked for by a name that is put together.
BY_NAME = {
    "choice": lambda name: f'choice("{name}")' in CODE or f"choice.{name}" in CODE,
    "topic": lambda name: f'"{name}"' in CODE,
    "talk": lambda name: name in words().talk,
}


def messages() -> dict[str, str]:
    text = (settings().templates_dir / "dialogue" / "messages.yaml").read_text(encoding="utf-8")
    return dict(flat(yaml.safe_load(text)))


def flat(data: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


@pytest.mark.parametrize("key", messages())
def test_every_message_is_used(key: str) -> None:
    section, _, name = key.partition(".")
    assert f'"{key}"' in CODE or f"'{key}'" in CODE or (section in BY_NAME and BY_NAME[section](name))


@pytest.mark.parametrize(("key", "text"), messages().items())
def test_messages_are_clean_persian(key: str, text: str) -> None:
    assert not re.search("[يكة٠-٩0-9]", text)
    without_names = re.sub(r"\{[a-z]+\}", "نام", text)
    assert normalize(without_names) == without_names.strip()
    assert not re.search(r"\b(تو|ازت|بهت|برات)\b", without_names), "«شما», not «تو»"


def test_every_message_that_the_code_asks_for_exists() -> None:
    asked = set(re.findall(r'(?:say|message|ask_again)\(\s*(?:\w+, \w+, )?"([a-z_.]+)"', CODE))
    assert asked <= set(messages())


def test_no_phrase_means_two_commands() -> None:
    tables = [*words().commands.values(), *words().talk.values(), words().yes, words().no]
    phrases = [phrase for table in tables for phrase in table]
    assert len(phrases) == len(set(phrases)), sorted({p for p in phrases if phrases.count(p) > 1})


def test_words_for_fields_belong_to_known_fields() -> None:
    assert set(field_words()) <= set(load_corpus().fields)
