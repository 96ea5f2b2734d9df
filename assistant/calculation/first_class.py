"""The first class of heirs, parents and children: civil code, articles 899 to 914."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from assistant.calculation.family import Branch, Division, Family

Rule = Callable[..., Fraction]  # the value of a rule by id


def first_class(family: Family, rule: Rule, division: Division, rest: Fraction) -> None:
    """Divide what the spouse leaves; parents' shares are of the whole estate."""
    barred = _mother_is_barred(family, rule)
    if not family.has_children:
        _parents_alone(family, rule, division, rest, barred)
        return
    sixth = rule("civil-code-904-parent-with-child")
    parents = [kind for kind, alive in (("father", family.father), ("mother", family.mother)) if alive]
    if parents:
        division.why.append("parents_sixth")
    shares = dict.fromkeys(parents, sixth)
    lines = _lines_of_children(family)
    articles: tuple[str, ...] = ("904",)
    if any(of_son for of_son, _ in lines):
        children = rest - sixth * len(parents)
    else:
        children = _of_daughters(len(lines), shares, rule, division, rest, barred)
        articles = ("908",) if len(lines) == 1 else ("909",)
    for kind, share in shares.items():
        division.give(kind, 1, share, *articles)
    of_children = articles if parents and articles != ("904",) else ("907",)
    if family.sons or family.daughters:
        _among_children(family, rule, division, children, of_children)
    else:
        _among_grandchildren(lines, rule, division, children)


def _parents_alone(family: Family, rule: Rule, division: Division, rest: Fraction, barred: bool) -> None:
    """Civil-code:906: one parent takes all; of two the mother takes a named share, the father what is left."""
    if not (family.father and family.mother):
        division.why.append("one_parent")
        division.give("father" if family.father else "mother", 1, rest, "906")
        return
    mother = rule("civil-code-906-mother-barred" if barred else "civil-code-906-mother-no-child")
    division.why.append("mother_barred" if barred else "parents_only")
    division.give("father", 1, rest - mother, "906")
    division.give("mother", 1, mother, "906")


def _of_daughters(
    count: int,
    parents: dict[str, Fraction],
    rule: Rule,
    division: Division,
    rest: Fraction,
    barred: bool,
) -> Fraction:
    """Civil-code:908, 909, 914: named shares; a surplus returns to them in proportion, a deficit falls on daughters."""
    named = rule("civil-code-899-only-daughter" if count == 1 else "civil-code-902-daughters")
    surplus = rest - sum(parents.values()) - named
    if surplus < 0:
        division.why.append("deficit")
        return named + surplus
    if surplus == 0:
        return named
    takers = {kind: share for kind, share in parents.items() if not (kind == "mother" and barred)}
    whole = named + sum(takers.values())
    for kind, share in takers.items():
        parents[kind] += surplus * share / whole
    if parents:
        division.why.append("returned")
    if barred:
        division.why.append("mother_barred_surplus")
    return named + surplus * named / whole


def _mother_is_barred(family: Family, rule: Rule) -> bool:
    """Civil-code:892: enough brothers and sisters of the same, living father bar the mother from more than a sixth."""
    brothers = family.brothers + family.paternal_brothers
    sisters = family.sisters + family.paternal_sisters
    if not (family.father and family.mother and (brothers or sisters)):
        return False
    weight = brothers * rule("civil-code-892-barring-weight", "brother")
    weight += sisters * rule("civil-code-892-barring-weight", "sister")
    return weight >= rule("civil-code-892-barring-weight", "least")


def _lines_of_children(family: Family) -> Sequence[tuple[bool, Branch | None]]:
    """Each child, or where none lives each child's line (civil-code:910, 911), and whether it is that of a son."""
    if family.sons or family.daughters:
        return [(True, None)] * family.sons + [(False, None)] * family.daughters
    return [(branch.of_son, branch) for branch in family.branches]


def _among_children(
    family: Family, rule: Rule, division: Division, share: Fraction, articles: tuple[str, ...]
) -> None:
    """Civil-code:907: equally, but a son takes double what a daughter takes."""
    if family.sons and family.daughters:
        division.why.append("double")
    double = rule("civil-code-907-son-to-daughter") if family.sons and family.daughters else Fraction(1)
    takers = [("sons", family.sons, double), ("daughters", family.daughters, Fraction(1))]
    division.give_by_weight(share, takers, *articles)


def _among_grandchildren(
    lines: Sequence[tuple[bool, Branch | None]], rule: Rule, division: Division, share: Fraction
) -> None:
    """Civil-code:911: each line takes what its father or mother would; within it a man takes double."""
    division.why.append("grandchildren")
    of_sons, double = rule("civil-code-911-line-of-son"), rule("civil-code-911-males-double")
    weights = [of_sons if of_son else Fraction(1) for of_son, _ in lines]
    for place, ((of_son, branch), weight) in enumerate(zip(lines, weights, strict=True), start=1):
        if branch is None:
            continue
        part, line = share * weight / sum(weights), "son" if of_son else "daughter"
        heads = branch.sons * double + branch.daughters
        males, females = part * branch.sons * double / heads, part * branch.daughters / heads
        division.give(f"{line}_line_sons", branch.sons, males, "911", branch=place)
        division.give(f"{line}_line_daughters", branch.daughters, females, "911", branch=place)
