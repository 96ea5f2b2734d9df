"""Shares of an estate (سهام ارث) by the civil code, articles 861 to 949, as exact fractions.

The shares that the law names come from the rules; what is here is only their order: who takes first, who bars whom,
to whom a surplus returns (رد), on whom a deficit falls.
"""

from __future__ import annotations

from fractions import Fraction

from assistant.calculation.family import Branch, Division, Family, Heir
from assistant.calculation.first_class import Rule, first_class
from assistant.calculation.further_classes import second_class, third_class

__all__ = ["Branch", "Division", "Family", "Heir", "divide"]


def divide(family: Family, rule: Rule) -> Division:
    """Divide the estate; the shares add up to one, but for a wife who survives alone (civil-code:949)."""
    division = Division()
    rest = 1 - _spouse(family, rule, division)
    if family.first_class:
        first_class(family, rule, division, rest)
    elif family.second_class:
        second_class(family, rule, division, rest)
    elif family.third_class:
        third_class(family, rule, division, rest)
    elif family.husband:
        division.heirs.clear()
        division.why.append("husband_alone")
        division.give("husband", 1, Fraction(1), "949")
    elif family.wives:
        division.why.append("wife_alone")
    return division


def _spouse(family: Family, rule: Rule, division: Division) -> Fraction:
    """Civil-code:913, 927, 938: the spouse's share is taken from the whole, first; wives divide it (942)."""
    children = "with-child" if family.has_children else "no-child"
    others = family.first_class or family.second_class or family.third_class
    article = "913" if family.first_class or not others else "927" if family.second_class else "938"
    if family.husband:
        share = rule(f"civil-code-913-husband-{children}")
        division.give("husband", 1, share, article)
    elif family.wives:
        share = rule(f"civil-code-913-wife-{children}")
        several = ("942",) if family.wives > 1 else ()
        division.give("wives", family.wives, share, article, "946", *several)
        division.why.append("wife_value")
    else:
        return Fraction(0)
    if others:
        division.why.append("spouse")
    return share
