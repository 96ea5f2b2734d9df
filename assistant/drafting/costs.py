"""The court fee (هزینه دادرسی) of a paper, worked out by the calculator of the corpus."""

from __future__ import annotations

from assistant.calculation import InputError, Tools, calculate
from assistant.drafting.authority import applies
from assistant.drafting.petition import CourtFeeNote, Facts
from assistant.law.corpus import Corpus
from assistant.law.schemas import CourtFee, Form
from assistant.persian.dates import JalaliDate


def court_fee_note(form: Form, facts: Facts, corpus: Corpus, on: JalaliDate) -> CourtFeeNote | None:
    """The fee in rial, as a range where practice differs; None where it cannot be known from the facts."""
    entry = next((entry for entry in form.court_fee if applies(entry.when, facts, corpus, on)), None)
    if entry is None:
        return None
    inputs = _inputs(entry, facts)
    if inputs is None:
        return None
    try:
        found = calculate("court-fee", inputs, Tools(corpus, on))
    except InputError:  # a sum of nothing: told in words only
        return None
    figures = found.figures
    low, high = (int(figures.get(key, figures.get("fee", 0))) for key in ("low", "high"))
    return CourtFeeNote(low=low, high=high, text=found.lines[0].text, cautions=found.cautions)


def _inputs(entry: CourtFee, facts: Facts) -> dict[str, str | bool] | None:
    """What the calculator asks for; None where the sum in dispute is not known."""
    inputs: dict[str, str | bool] = {"matter": entry.matter, "stage": entry.stage}
    if entry.matter == "administrative":
        inputs["divan_stage"] = entry.stage
    if entry.matter in ("financial", "council"):
        value = facts.get(entry.value) if entry.value else None
        if not isinstance(value, str):
            return None
        inputs["value"] = value
    return inputs
