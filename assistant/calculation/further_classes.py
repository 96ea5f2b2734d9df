"""Heirs of the second and third class: civil code, articles 916 to 938."""

from __future__ import annotations

from fractions import Fraction

from assistant.calculation.family import Division, Family
from assistant.calculation.first_class import Rule


def second_class(family: Family, rule: Rule, division: Division, rest: Fraction) -> None:
    """Brothers, sisters and grandparents; the mother's side takes of the whole estate, the father's what is left.

    Civil-code:917 to 924, 927: a deficit by the spouse's share falls on the father's side.
    """
    division.why.append("second_class")
    mothers_side = [
        ("maternal_siblings", family.maternal_siblings, Fraction(1)),
        ("maternal_grandfather", int(family.maternal_grandfather), Fraction(1)),
        ("maternal_grandmother", int(family.maternal_grandmother), Fraction(1)),
    ]
    fathers_side = _fathers_side(family, rule, division)
    maternal, paternal = _heads(mothers_side), _heads(fathers_side)
    share = _of_mothers_side(family, maternal, rule) if paternal else rest
    if maternal:
        division.give_by_weight(share, mothers_side, *_articles(family, maternal, paternal, mothers=True))
    if paternal:
        left = rest - share if maternal else rest
        division.give_by_weight(left, fathers_side, *_articles(family, maternal, paternal, mothers=False))
    if maternal and paternal:
        division.why.append("mothers_side")
    elif len([kind for kind, count, _ in mothers_side if count]) > 1 or family.maternal_siblings > 1:
        division.why.append("mothers_side_equal")


def third_class(family: Family, rule: Rule, division: Division, rest: Fraction) -> None:
    """Uncles and aunts: the mother's side equally, on the father's side a man takes double (civil-code:931 to 938)."""
    division.why.append("third_class")
    mothers = [("maternal_uncles", family.maternal_uncles, Fraction(1))]
    fathers = [("uncles", family.uncles, Fraction(1)), ("aunts", family.aunts, Fraction(1))]
    if family.uncles and family.aunts:
        fathers[0] = ("uncles", family.uncles, rule("civil-code-931-uncle-to-aunt"))
        division.why.append("uncles_double")
    if not _heads(fathers):
        division.give_by_weight(rest, mothers, "933")
        return
    if not family.maternal_uncles:
        division.give_by_weight(rest, fathers, "931")
        return
    share = rule("civil-code-935-maternal-uncles")
    division.why.append("both_sides")
    division.give_by_weight(share, mothers, "935")
    division.give_by_weight(rest - share, fathers, "935")


def _fathers_side(family: Family, rule: Rule, division: Division) -> list[tuple[str, int, Fraction]]:
    """The father's kin; those of both parents exclude brothers and sisters of the father alone (civil-code:918)."""
    males, females = ("brothers", family.brothers), ("sisters", family.sisters)
    if not (family.brothers or family.sisters):
        males = ("paternal_brothers", family.paternal_brothers)
        females = ("paternal_sisters", family.paternal_sisters)
    else:
        division.why.append("full_blood_first")
    men = [males, ("paternal_grandfather", int(family.paternal_grandfather))]
    women = [females, ("paternal_grandmother", int(family.paternal_grandmother))]
    mixed = any(count for _, count in men) and any(count for _, count in women)
    double = rule("civil-code-920-brother-to-sister") if mixed else Fraction(1)
    if mixed:
        division.why.append("siblings_double")
    return [(kind, count, double) for kind, count in men] + [
        (kind, count, Fraction(1)) for kind, count in women
    ]


def _of_mothers_side(family: Family, heads: int, rule: Rule) -> Fraction:
    """Civil-code:922 to 924: a third, but a sixth where one brother or sister of the mother's side is alone there."""
    if not heads:
        return Fraction(0)
    if heads > family.maternal_siblings:
        return rule("civil-code-923-maternal-grandparents")
    return rule(f"civil-code-922-{'one' if heads == 1 else 'several'}-maternal")


def _articles(family: Family, maternal: int, paternal: int, *, mothers: bool) -> tuple[str, ...]:
    """The articles of one side's share: brothers and sisters, grandparents, or both together."""
    siblings = family.brothers or family.sisters or family.paternal_brothers or family.paternal_sisters
    grandparents = (
        family.paternal_grandfather
        or family.paternal_grandmother
        or family.maternal_grandfather
        or family.maternal_grandmother
    )
    if grandparents:
        return ("924",) if siblings or family.maternal_siblings else ("923",)
    if maternal and paternal:
        return ("922",)
    if maternal + paternal == 1:
        return ("917",)
    if mothers:
        return ("921",)
    men = family.brothers or (0 if family.sisters else family.paternal_brothers)
    women = family.sisters or (0 if family.brothers else family.paternal_sisters)
    return ("920",) if men and women else ("919",)


def _heads(takers: list[tuple[str, int, Fraction]]) -> int:
    return sum(count for _, count, _ in takers)
