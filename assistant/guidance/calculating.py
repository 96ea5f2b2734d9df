"""Which calculator a message asks for, and its result where the message tells enough."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from assistant.calculation import Calculation, InputError, PriceIndex, Tools, calculate, find_inputs
from assistant.guidance.cues import Cues, cue_key
from assistant.guidance.model import CalculationOffer
from assistant.law.corpus import Corpus
from assistant.law.rules import Day
from assistant.persian import JalaliDate, in_one_spelling

_WORDS = TypeAdapter(dict[str, tuple[str, ...]])


@dataclass(frozen=True, slots=True)
class Calculators:
    """The calculators of a corpus, recognised by their cues."""

    corpus: Corpus
    cues: Mapping[str, Cues]
    prices: PriceIndex

    @classmethod
    def open(cls, corpus: Corpus, corpus_dir: Path, prices: PriceIndex) -> Calculators:
        """Compile the cues; ``corpus/calculators.yaml`` names the lists of words they share."""
        content = (corpus_dir / "calculators.yaml").read_bytes()
        words = _WORDS.validate_python(yaml.load(content, yaml.CSafeLoader))
        compiled = {
            calculator.id: Cues.compile(calculator.recognise, words, ())
            for calculator in corpus.calculators.values()
        }
        return cls(corpus, compiled, prices)

    def offer(self, text: str, on: Day) -> CalculationOffer | None:
        """The calculator that a message asks for, with what the message tells of its inputs."""
        key = cue_key(text)
        found = next((id_ for id_, cues in self.cues.items() if cues.found(key)), None)
        if found is None:
            return None
        calculator = self.corpus.calculators[found]
        inputs = find_inputs(calculator.inputs, in_one_spelling(text), _day(on))
        return CalculationOffer(found, calculator.title, inputs, self._result(found, inputs, on))

    def tools(self, on: Day) -> Tools:
        """What a calculation of a day may look at."""
        return Tools(self.corpus, _day(on), self.prices)

    def _result(self, id_: str, inputs: Mapping[str, str | bool], on: Day) -> Calculation | None:
        """The finished calculation; None where something is missing still, or does not fit."""
        if not inputs:
            return None
        try:
            return calculate(id_, inputs, self.tools(on))
        except InputError:
            return None


def _day(on: Day) -> JalaliDate:
    return on if isinstance(on, JalaliDate) else JalaliDate.parse(on)
