"""The evaluation sets: they fit their models, name what exists, and keep the two splits apart."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant.law import Corpus, read_corpus
from assistant.settings import PROJECT
from evals.datasets import (
    Example,
    ExtractionCase,
    ScriptedConversation,
    Split,
    TriageCase,
    Utterance,
    load_conversations,
    load_extraction,
    load_questions,
    load_triage,
    load_utterances,
)
from evals.parts.answers import points_said

SPLITS: tuple[Split, ...] = ("dev", "test")
LOADERS: dict[str, tuple[Callable[[Split], Sequence[Example]], int]] = {
    "questions": (load_questions, 420),
    "utterances": (load_utterances, 936),
    "triage": (load_triage, 420),
    "extraction": (load_extraction, 60),
    "conversations": (load_conversations, 60),
}
SIZES = {  # where the two splits differ
    ("questions", "test"): 500,
    ("triage", "test"): 200,
    ("utterances", "test"): 1500,
    ("extraction", "dev"): 230,
    ("conversations", "dev"): 110,
    ("conversations", "test"): 100,
}
EXTRACTED_FORMS: dict[Split, int] = {"dev": 134, "test": 33}
NORMALISED = {
    "rial_amount": r"[1-9]\d{0,17}",
    "jalali_date": r"1[34]\d\d/(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])",
    "national_id": r"\d{10}",
    "mobile": r"09\d{9}",
    "postal_code": r"\d{10}",
    "case_number": r"\d{16}|\d{18}",
    "sayad_cheque_id": r"\d{16}",
    "iban": r"IR\d{24}",
    "integer": r"\d{1,6}",
}
PERSIAN_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The part of the shipped corpus that reads; its own tests say what does not."""
    return read_corpus(PROJECT / "corpus", PROJECT / "templates")[0]


def official_folder() -> Path:
    return Path(os.environ.get("DADKHAH_OFFICIAL_DIR", PROJECT.parent / "shared" / "statutes"))


def official_articles(laws: set[str]) -> dict[str, set[str]]:
    """The status of each record of an article id, in the official texts of these laws."""
    found: dict[str, set[str]] = {}
    for law in laws:
        file = official_folder() / f"{law}.jsonl"
        assert file.is_file(), f"no official text of {law}"
        for record in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            found.setdefault(f"{law}:{record['article']}", set()).add(record["status"])
    return found


def has_valid_check_digit(national_id: str) -> bool:
    """Whether the tenth digit follows from the nine before it."""
    total = sum(int(digit) * (10 - place) for place, digit in enumerate(national_id[:9]))
    check = total % 11 if total % 11 < 2 else 11 - total % 11
    return len(set(national_id)) > 1 and int(national_id[9]) == check


def texts(examples: Sequence[Example]) -> Iterator[str]:
    """What a person types in an example, as far as it must be unique."""
    for example in examples:
        line = example.model_dump()
        yield line.get("text") or line.get("question") or line["opening"]


def key(text: str) -> str:
    return re.sub(r"[\s\u200c.,،؛:!?؟]+", "", text).casefold()


def both(load: Callable[[Split], Sequence[Example]]) -> list[Example]:
    return list(chain.from_iterable(map(load, SPLITS)))


@pytest.mark.parametrize("split", SPLITS)
@pytest.mark.parametrize("name", LOADERS)
def test_every_line_fits_its_model_and_the_set_has_its_size(name: str, split: Split) -> None:
    load, size = LOADERS[name]
    examples = load(split)
    assert len(examples) == SIZES.get((name, split), size)
    assert all(f"-{split}-" in example.id for example in examples)


@pytest.mark.parametrize("name", LOADERS)
def test_ids_are_unique(name: str) -> None:
    ids = Counter(example.id for example in both(LOADERS[name][0]))
    assert not [repeated for repeated, times in ids.items() if times > 1]


def test_no_text_appears_twice_in_either_split_or_any_set() -> None:
    seen = Counter(key(text) for load, _ in LOADERS.values() for text in texts(both(load)))
    assert not [text for text, times in seen.items() if times > 1]


def test_questions_cover_the_same_areas_and_styles_in_both_splits() -> None:
    dev, test = load_questions("dev"), load_questions("test")
    assert {question.area for question in dev} == {question.area for question in test}
    for style in ("colloquial", "formal", "finglish", "typo"):
        assert all(sum(q.style == style for q in split) >= 5 for split in (dev, test)), style


def test_every_labelled_article_stands_in_the_official_texts_and_is_in_force() -> None:
    if not official_folder().is_dir():
        pytest.skip(f"no official texts at {official_folder()}; set DADKHAH_OFFICIAL_DIR")
    labelled = {article for split in SPLITS for q in load_questions(split) for article in q.articles}
    official = official_articles({article.partition(":")[0] for article in labelled})
    assert not sorted(labelled - official.keys())
    assert not sorted(a for a in labelled if not official[a] & {"current", "unverified"})


@pytest.mark.parametrize("split", SPLITS)
def test_each_key_point_is_recognised_in_its_own_words(split: Split) -> None:
    deaf = [
        (question.id, point.point)
        for question in load_questions(split)
        for point, heard in zip(
            question.key_points,
            points_said(question, [point.point for point in question.key_points]),
            strict=True,
        )
        if not heard
    ]
    assert not deaf


@pytest.mark.parametrize("split", SPLITS)
def test_every_form_of_the_catalogue_is_wished_for(corpus: Corpus, split: Split) -> None:
    utterances = load_utterances(split)
    assert {utterance.form for utterance in utterances if utterance.form} == set(corpus.claims)
    assert {slug for utterance in utterances for slug in utterance.also} <= set(corpus.claims)


@pytest.mark.parametrize("split", SPLITS)
def test_some_wishes_fit_no_form_and_half_of_them_are_still_legal(split: Split) -> None:
    reasons = Counter(utterance.out_of_scope for utterance in load_utterances(split))
    assert min(reasons[True], reasons[False]) >= 15
    assert split == "dev" or reasons[True] == reasons[False]


@pytest.mark.parametrize("split", SPLITS)
def test_triage_holds_every_urgency_and_enough_near_misses(split: Split) -> None:
    kinds = Counter((case.out_of_scope, case.urgent) for case in load_triage(split))
    assert set(kinds) == {
        *((False, urgency) for urgency in ("danger", "deadline", "detention", None)),
        (True, None),
    }
    assert min(kinds.values()) >= 25


@pytest.mark.parametrize("split", SPLITS)
def test_extraction_covers_many_forms(split: Split) -> None:
    assert len({case.form for case in load_extraction(split)}) == EXTRACTED_FORMS[split]


def stated_facts() -> Iterator[tuple[str, str, str, str | bool]]:
    """(example id, form, field, value) of every normalised fact of the sets."""
    for split in SPLITS:
        for case in load_extraction(split):
            yield from ((case.id, case.form, field, value) for field, value in case.facts.items())
        for talk in load_conversations(split):
            yield from ((talk.id, talk.form, field, value) for field, value in talk.expect.facts.items())
            yield from ((talk.id, talk.form, fix.field, fix.value) for fix in talk.corrections)


def test_every_fact_is_a_field_of_its_form_in_normal_form(corpus: Corpus) -> None:
    wrong = []
    for example, slug, field, value in stated_facts():
        if field not in {asked.name for asked in corpus.forms[slug].fields}:
            wrong.append(f"{example}: {slug} has no {field}")
            continue
        spec = corpus.fields[field]
        if spec.type == "bool":
            fits = isinstance(value, bool)
        elif spec.choices:
            fits = value in spec.choices
        else:
            fits = isinstance(value, str) and bool(re.fullmatch(NORMALISED.get(spec.type, ".+"), value))
        if not fits:
            wrong.append(f"{example}: {field} = {value!r}")
    assert not wrong


def test_no_national_id_is_invalid(corpus: Corpus) -> None:
    identity = {name for name, spec in corpus.fields.items() if spec.type == "national_id"}
    given = [(example, value) for example, _, field, value in stated_facts() if field in identity]
    for talk in chain.from_iterable(map(load_conversations, SPLITS)):
        typed = {talk.answers.get(field, "") for field in identity}
        digits = chain.from_iterable(re.findall(r"\d{10}", text.translate(PERSIAN_DIGITS)) for text in typed)
        given += [(talk.id, number) for number in digits]
    assert given
    assert not [(example, value) for example, value in given if not has_valid_check_digit(str(value))]


def conversations() -> list[ScriptedConversation]:
    return list(chain.from_iterable(map(load_conversations, SPLITS)))


@pytest.mark.parametrize("split", SPLITS)
def test_hardly_two_conversations_of_a_split_are_about_the_same_form(split: Split) -> None:
    talks = load_conversations(split)
    repeated = 1 if split == "dev" else 0
    assert len({talk.form for talk in talks}) >= len(talks) - repeated


def test_a_script_answers_every_required_field_and_blunders_only_where_it_knows_better(
    corpus: Corpus,
) -> None:
    for talk in conversations():
        fields = corpus.forms[talk.form].fields
        required = {field.name for field in fields if field.required and field.when is None}
        assert required <= set(talk.answers) <= set(corpus.fields), talk.id
        assert set(talk.bad_answers) <= set(talk.answers), talk.id
        assert all(talk.answers[field] != bad for field, bad in talk.bad_answers.items()), talk.id


def test_the_script_speaks_up_only_after_a_question_that_is_surely_asked(corpus: Corpus) -> None:
    for talk in conversations():
        asked = {field.name for field in corpus.forms[talk.form].fields if field.required or field.ask}
        spoken = [*talk.interruptions, *talk.corrections]
        assert {aside.after_field for aside in spoken} <= asked, talk.id
        assert set(talk.expect.facts) <= asked, talk.id


def test_what_is_set_right_is_what_is_expected_in_the_end() -> None:
    fixes = [(talk, fix) for talk in conversations() for fix in talk.corrections]
    assert len(fixes) >= 5
    for talk, fix in fixes:
        assert talk.expect.facts[fix.field] == fix.value, talk.id


def test_scripts_also_interrupt_blunder_and_skip() -> None:
    talks = conversations()
    assert sum(bool(talk.interruptions) for talk in talks) >= 10
    assert sum(bool(talk.bad_answers) for talk in talks) >= 8
    unknown = ("نمیدونم", "نمی‌دانم", "رد", "رد کن")
    assert sum(any(answer in unknown for answer in talk.answers.values()) for talk in talks) >= 15


@pytest.mark.parametrize(
    ("model", "line"),
    [
        (Utterance, {"id": "u-dev-001", "text": "سلام", "form": None}),
        (Utterance, {"id": "u-dev-001", "text": "طلبم", "form": "debt-claim", "also": ["debt-claim"]}),
        (TriageCase, {"id": "t-dev-001", "text": "کمک", "out_of_scope": True, "urgent": "danger"}),
        (ExtractionCase, {"id": "e-dev-001", "form": "debt-claim", "text": "طلبم", "facts": {}}),
        (ExtractionCase, {"id": "e-dev-001", "form": "debt-claim", "text": "طلبم", "gold": {}}),
    ],
)
def test_a_line_that_contradicts_itself_is_refused(model: type[Example], line: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(line)
