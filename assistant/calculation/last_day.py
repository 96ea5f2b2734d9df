"""The last day to act (آخرین روز مهلت): civil-procedure-1379, articles 443 to 446, and each period's own law."""

from __future__ import annotations

from assistant.calculation import saying
from assistant.calculation.model import Inputs, Outcome, Tools, past_day
from assistant.calculation.periods import CountedPeriod, count_period, has_longer_period
from assistant.persian import JalaliDate

# Against a judgment in someone's absence the objection comes first; the appeal's time begins when its time is over.
OBJECTION = {"T02": "T01", "T03": "T01", "T14": "T15"}
RETRIAL = "T04"  # whose time begins with its ground, not always with service
_CIVIL, _CRIMINAL = "civil-procedure-1379", "criminal-procedure-1392"


def last_day(inputs: Inputs, tools: Tools) -> Outcome:
    """The last lawful day from the date of service, and how long it is until then."""
    served, rule = past_day(inputs, "served", tools.today), str(inputs["period"])
    outcome = Outcome()
    start = served
    if inputs.get("in_absence") is True and rule in OBJECTION:
        first = _counted(OBJECTION[rule], served, inputs, tools)
        outcome.figures["objection_last_day"] = str(first.last)
        _say_last(outcome, "objection", OBJECTION[rule], first, tools)
        start = first.advised
    counted = _counted(rule, start, inputs, tools)
    left = counted.last.to_gregorian() - tools.today.to_gregorian()
    outcome.figures.update(last_day=str(counted.last), advised_day=str(counted.advised), days_left=left.days)
    _say_last(outcome, "last", rule, counted, tools)
    _say_counting(outcome, rule, counted, inputs, tools)
    _say_left(outcome, rule, counted, left.days, tools)
    return outcome


def _counted(rule: str, start: JalaliDate, inputs: Inputs, tools: Tools) -> CountedPeriod:
    return count_period(rule, start, tools.corpus, tools.today, abroad=inputs.get("abroad") is True)


def _say_last(outcome: Outcome, key: str, rule: str, counted: CountedPeriod, tools: Tools) -> None:
    outcome.say_by(
        tools.corpus.rules[rule].source,
        key,
        period=_name(rule, tools),
        weekday=counted.last.weekday_name,
        last=saying.day(counted.last),
    )


def _say_counting(outcome: Outcome, rule: str, counted: CountedPeriod, inputs: Inputs, tools: Tools) -> None:
    abroad = inputs.get("abroad") is True
    longer = abroad and has_longer_period(rule, tools.corpus, tools.today)
    length = tools.use(rule, *(("days_abroad",) if longer else ())).text
    source = tools.corpus.rules[rule].source
    outcome.say_by(source, "period", period=_name(rule, tools), length=length)
    if abroad and not longer:
        outcome.say("abroad_unknown")
    outcome.say("strictly" if counted.strict else "counting")
    if rule in OBJECTION and inputs.get("in_absence") is not True:
        outcome.say_by((*tools.corpus.rules[OBJECTION[rule]].source, *source), "absence")
    if rule == RETRIAL:
        outcome.say("retrial")
    if counted.uncertain_holidays:
        outcome.say("holidays")


def _say_left(outcome: Outcome, rule: str, counted: CountedPeriod, left: int, tools: Tools) -> None:
    if left < 0:
        laws = {article.split(":")[0] for article in tools.corpus.rules[rule].source}
        key = "passed" if _CIVIL in laws else "passed_criminal" if _CRIMINAL in laws else "passed_other"
        outcome.say(key)
    elif left == 0:
        outcome.say("today")
    else:
        outcome.say("left", left=saying.number(left))
        if tools.today <= counted.advised < counted.last:
            outcome.say("advised", advised=saying.day(counted.advised))


def _name(rule: str, tools: Tools) -> str:
    spec = next(spec for spec in tools.corpus.calculators["deadline"].inputs if spec.name == "period")
    return spec.choices[rule].text
