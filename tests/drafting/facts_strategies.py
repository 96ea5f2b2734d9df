"""Random valid facts of any form: its example, with fields changed to other values of their kind or left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hypothesis import strategies as st

from assistant.drafting import normalise_facts
from assistant.drafting.fields import Field, fields_of
from assistant.law import Corpus
from assistant.law.schemas import Form
from tests.drafting.conftest import TODAY, example

ROUNDS = 4
IDS = ("0012345679", "1270000004", "4990012348")
NAMES = ("زهرا کاظمی‌نژاد", "Reza Smith", "علي رضايي", "سیّده‌فاطمه موسوی‌زاده طباطبایی اصل", "ویدا آذر")
PLACES = (
    "یزد، خیابان آزمایش، کوچه سوم، پلاک ۸",
    "شهرستان بانه، روستای نمونه، کد ۱۲",
    "قم، بلوار آزمون، ساختمان A3، طبقه ۲",
)
PHRASES = (
    "گفت‌وگوی دو طرف در دفتر",
    "رسید شماره ۱۲ با مهر بنگاه",
    "خودروی سمند به رنگ سفید و پلاک ۱۲ب۳۴۵",
    "{{7*7}} و {% raw %} و <b>متن</b> & چیزهای دیگر",
    "فایل voice_01.mp3 و تصویر صفحه",
    "می‌خواهم زودتر روشن شود",
)


def facts_of(form: Form, corpus: Corpus) -> st.SearchStrategy[dict[str, str | bool]]:
    """Normalised facts that make a paper."""
    fields = fields_of(form, corpus)
    whole = dict(normalise_facts(form, example(corpus, form.slug), corpus, TODAY).facts)

    @st.composite
    def draw_facts(draw: Callable[..., object]) -> dict[str, str | bool]:
        changed = {
            name: draw(value_of(field)) if draw(st.booleans()) else whole.get(name)
            for name, field in fields.items()
        }
        left_out = draw(
            st.sets(st.sampled_from([name for name in fields if not fields[name].required] or [""]))
        )
        raw = {name: value for name, value in changed.items() if name not in left_out and value is not None}  # type: ignore[operator]
        return settled(form, raw, whole, corpus)

    return draw_facts()


def settled(
    form: Form, raw: Mapping[str, object], whole: Mapping[str, str | bool], corpus: Corpus
) -> dict[str, str | bool]:
    """The facts, where those that contradict each other are again what the example says, or left out."""
    given = dict(raw)
    for _ in range(ROUNDS):
        facts, errors = normalise_facts(form, given, corpus, TODAY)
        if not errors:
            return dict(facts)
        for error in errors:
            given.pop(error.field, None)
            if error.field in whole:
                given[error.field] = whole[error.field]
            elif error.code == "missing":
                given[error.field] = _sample(fields_of(form, corpus)[error.field])
    return dict(whole)


def value_of(field: Field) -> st.SearchStrategy[object]:
    """Values that a person may give for a field."""
    match field.type:
        case "enum":
            return st.sampled_from(field.choices)
        case "bool":
            return st.booleans()
        case "jalali_date":
            return st.builds(
                "{:04}/{:02}/{:02}".format, st.integers(1380, 1404), st.integers(1, 12), st.integers(1, 29)
            )
        case "rial_amount":
            return st.integers(1, 10**13).map(lambda rial: f"{rial} ریال")
        case "integer":
            return st.integers(1, 90).map(str)
        case "percent":
            return st.integers(1, 100).map(str)
        case "national_id":
            return st.sampled_from(IDS)
        case "mobile":
            return st.integers(0, 10**9 - 1).map("09{:09}".format)
        case "text" | "longtext" | "party" | "witness_list" | "persons":
            return _words(field)
        case _:
            return st.just(field.example)


def _words(field: Field) -> st.SearchStrategy[object]:
    if field.is_name:
        return st.sampled_from(NAMES)
    if field.is_address:
        return st.sampled_from(PLACES)
    if field.type == "persons":
        return st.lists(st.sampled_from(NAMES), min_size=1, max_size=4).map(
            lambda names: "\n".join(
                f"{name}، {place}" for name, place in zip(names, PLACES * 2, strict=False)
            )
        )
    phrase = st.sampled_from(PHRASES)
    if field.type == "text":
        return phrase
    return st.lists(phrase, min_size=1, max_size=5).map("\n".join)


def _sample(field: Field) -> object:
    return field.choices[0] if field.type == "enum" else field.example
