"""Whole conversations: a scripted person, from the story to the confirmed petition."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from assistant.dialogue import Conversation, Said, Turn, World, begin, snapshot, step
from assistant.dialogue.texts import say
from assistant.service import Rooms
from evals.datasets import ScriptedConversation, Split, load_conversations
from evals.parts.extraction import same
from evals.report import Part

_MOST_TURNS = 80
_UNKNOWN = "نمی‌دانم"
_YES, _NO, _MEANT = "بله", "نه", say("choice.affirm")
_CONFIRMATIONS = ("تأیید می‌کنم", "می‌دانم این کار برگشت ندارد و تأیید می‌کنم")


@dataclass
class Person:
    """Follows a script, answering whatever is asked."""

    script: ScriptedConversation
    say: Callable[[str], dict[str, Any]]
    wanted: tuple[str, ...]  # how the script's form may be called among the choices
    wrong_first: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)

    def run(self) -> dict[str, Any]:
        """Talk until the petition is confirmed, or patience ends; return the last line."""
        line = self.say(self.script.opening)
        for _ in range(_MOST_TURNS):
            if line["state"] == "done":
                break
            line = self._next(line)
        return line

    def _next(self, line: dict[str, Any]) -> dict[str, Any]:
        if line["state"] in ("guidance", "choosing"):
            return self.say(self._offered(line) or self.script.title)
        if line["state"] == "preview":
            return self.say(_CONFIRMATIONS[0])
        if line["state"] == "confirming":
            return self.say(_CONFIRMATIONS[1])
        return self._answer(line["asking"], line)

    def _offered(self, line: dict[str, Any]) -> str | None:
        offered = [choice for message in line["messages"] for choice in message["choices"]]
        return next((choice for choice in offered if choice in self.wanted), None)

    def _answer(self, asking: str, line: dict[str, Any]) -> dict[str, Any]:
        if self._asked_whether(line):
            return self.say(_YES if self._is_meant(asking, line["messages"][-1]["text"]) else _NO)
        if asking in self.script.bad_answers and asking not in self.wrong_first:
            self.wrong_first.add(asking)
            return self.say(self.script.bad_answers[asking])
        self.asked.append(asking)
        line = self.say(self.script.answers.get(asking, _UNKNOWN))
        for remark in self._remarks(asking):
            line = self.say(remark)
        return line

    def _asked_whether(self, line: dict[str, Any]) -> bool:
        """Whether the last message asks for a yes or no about one choice that the answer may have meant."""
        return _MEANT in (line["messages"][-1]["choices"] if line["messages"] else ())

    def _is_meant(self, asking: str, question: str) -> bool:
        """Whether what is asked about is what the script's person has in mind."""
        meant = self.script.expect.facts.get(asking)
        return meant is None or str(meant) in question

    def _remarks(self, asking: str) -> Iterator[str]:
        if self.asked.count(asking) > 1:
            return
        for remark in (*self.script.interruptions, *self.script.corrections):
            if remark.after_field == asking:
                yield remark.say


def measure(rooms: Rooms, split: Split) -> Part:
    """Return how many conversations end as they should, and the share of right facts in them."""
    scripts = load_conversations(split)
    world = World(rooms.guide, rooms.corpus, rooms.today(), marker=rooms.marker)
    ended = right = expected = turns = 0
    misses: list[str] = []
    for script in scripts:
        line, spoken = _play(script, world)
        facts = dict(script.expect.facts)
        good = [
            name
            for name, value in facts.items()
            if name in line["facts"] and same(line["facts"][name], value, world.corpus.fields[name].type)
        ]
        ended += line["state"] == "done" and line["form"] == script.form
        right, expected, turns = right + len(good), expected + len(facts), turns + spoken
        if split == "dev" and (line["state"] != "done" or len(good) < len(facts)):
            lost = {name: (facts[name], line["facts"].get(name)) for name in facts if name not in good}
            misses.append(
                f"{script.id} {script.form}: {line['state']} {line['form']} asking {line['asking']} {lost}"
            )
    row = {
        "ended as they should": ended / len(scripts),
        "right facts": right / expected,
        "turns": turns / len(scripts),
    }
    return Part("conversations", "Whole conversations", len(scripts), {"dadkhah": row}, (), misses)


def _play(script: ScriptedConversation, world: World) -> tuple[dict[str, Any], int]:
    state: list[Conversation] = [begin()]

    def say(text: str) -> dict[str, Any]:
        turn: Turn = step(state[-1], Said(text=text), world)
        state.append(turn.conversation)
        return snapshot(turn)

    person = Person(script, say, _names(script.form, world))
    return person.run(), len(state) - 1


def _names(slug: str, world: World) -> tuple[str, ...]:
    claim = world.corpus.claims[slug]
    return (world.title(slug), claim.title, claim.plain)
