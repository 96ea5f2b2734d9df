"""What holds for every family, whoever survives."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.calculation import Tools
from assistant.calculation.shares import Branch, Division, Family, divide
from assistant.law import Corpus, load_corpus
from tests.calculation.conftest import TODAY

TOOLS = Tools(load_corpus(), TODAY)
few = st.integers(0, 4)
branches = st.lists(
    st.builds(Branch, st.booleans(), few, few).filter(lambda branch: branch.sons + branch.daughters > 0),
    max_size=3,
).map(tuple)


@st.composite
def families(draw: st.DrawFn) -> Family:
    husband = draw(st.booleans())
    return Family(
        wives=0 if husband else draw(few),
        husband=husband,
        father=draw(st.booleans()),
        mother=draw(st.booleans()),
        sons=draw(few),
        daughters=draw(few),
        branches=draw(branches),
        brothers=draw(few),
        sisters=draw(few),
        paternal_brothers=draw(few),
        paternal_sisters=draw(few),
        maternal_siblings=draw(few),
        paternal_grandfather=draw(st.booleans()),
        paternal_grandmother=draw(st.booleans()),
        maternal_grandfather=draw(st.booleans()),
        maternal_grandmother=draw(st.booleans()),
        uncles=draw(few),
        aunts=draw(few),
        maternal_uncles=draw(few),
    )


def parents(family: Family) -> Family:
    """The same family with both parents alive."""
    return replace(family, father=True, mother=True)


def childless(family: Family) -> Family:
    """The same family without children and grandchildren."""
    return replace(family, sons=0, daughters=0, branches=())


def divided(family: Family) -> Division:
    return divide(family, TOOLS.number)


def share(family: Family, *kinds: str) -> Fraction:
    return sum((heir.share for heir in divided(family).heirs if heir.kind in kinds), Fraction(0))


def each(family: Family, kind: str) -> Fraction:
    return next(heir.share / heir.count for heir in divided(family).heirs if heir.kind == kind)


@given(families())
def test_the_shares_are_the_whole_estate_but_for_a_wife_alone(family: Family) -> None:
    division = divided(family)
    whole = sum(heir.share for heir in division.heirs)
    if "wife_alone" in division.why:
        assert whole == Fraction(1, 4)
    else:
        assert whole == (1 if division.heirs else 0)


@given(families())
def test_nobody_gets_nothing_or_less_and_every_share_stands_on_articles(family: Family) -> None:
    for heir in divided(family).heirs:
        assert heir.share > 0
        assert heir.count > 0
        assert heir.cites
        assert all(TOOLS.corpus.article(article).in_force for article in heir.cites)


@given(families())
def test_every_principle_and_every_kind_of_heir_has_its_words(family: Family) -> None:
    calculator = TOOLS.corpus.calculators["inheritance"]
    division = divided(family)
    assert set(division.why) <= set(calculator.said)
    assert {heir.kind for heir in division.heirs} <= set(calculator.labels)


@given(families().map(parents).filter(lambda family: family.has_children))
def test_more_children_never_raise_a_parents_share(family: Family) -> None:
    one_more = replace(family, sons=family.sons + 1)
    for parent in ("father", "mother"):
        assert share(one_more, parent) <= share(family, parent)
        assert share(family, parent) <= Fraction(1, 3)


@given(families())
def test_the_spouse_gets_a_named_share_of_the_whole(family: Family) -> None:
    shares = {
        ("husband", True): Fraction(1, 4),
        ("husband", False): Fraction(1, 2),
        ("wives", True): Fraction(1, 8),
        ("wives", False): Fraction(1, 4),
    }
    kind = "husband" if family.husband else "wives"
    if kind == "wives" and not family.wives:
        assert share(family, "husband", "wives") == 0
    elif "husband_alone" in divided(family).why:
        assert share(family, "husband") == 1
    else:
        assert share(family, kind) == shares[kind, family.has_children]


@given(families())
def test_a_nearer_class_bars_the_further_ones(family: Family) -> None:
    kinds = {heir.kind for heir in divided(family).heirs}
    second = {"brothers", "sisters", "paternal_brothers", "paternal_sisters", "maternal_siblings"}
    grandparents = {
        f"{side}_{who}" for side in ("paternal", "maternal") for who in ("grandfather", "grandmother")
    }
    third = {"uncles", "aunts", "maternal_uncles"}
    if family.first_class:
        assert not kinds & (second | grandparents | third)
    elif family.second_class:
        assert not kinds & third


@given(families())
def test_a_son_gets_double_what_a_daughter_gets(family: Family) -> None:
    family = replace(family, sons=family.sons + 1, daughters=family.daughters + 1)
    assert each(family, "sons") == 2 * each(family, "daughters")


@given(families().map(childless))
def test_a_brother_gets_double_what_a_sister_gets(family: Family) -> None:
    brothers, sisters = family.brothers + 1, family.sisters + 1
    family = replace(family, father=False, mother=False, brothers=brothers, sisters=sisters)
    assert each(family, "brothers") == 2 * each(family, "sisters")


@given(families().map(childless).map(parents))
def test_brothers_and_sisters_never_raise_the_mothers_share(family: Family) -> None:
    alone = replace(family, brothers=0, sisters=0, paternal_brothers=0, paternal_sisters=0)
    assert share(family, "mother") in (Fraction(1, 3), Fraction(1, 6))
    assert share(family, "mother") <= share(alone, "mother") == Fraction(1, 3)


@pytest.mark.parametrize("first", ["پسر", "دختر"])
def test_grandchildren_of_one_line_divide_like_children(corpus: Corpus, first: str) -> None:
    family = Family(branches=(Branch(first == "پسر", 1, 1),))
    line = "son" if first == "پسر" else "daughter"
    assert share(family, f"{line}_line_sons") == Fraction(2, 3)
    assert share(family, f"{line}_line_daughters") == Fraction(1, 3)
