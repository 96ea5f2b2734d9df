"""Answers follow the corpus: what is changed in a copy of it, the answers say from then on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.guidance import Guide
from assistant.service import Rooms, open_rooms
from assistant.settings import settings

TODAY = "1405/09/03"


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The guide over a copy of the corpus in which a fee, a limit, a step, a note and an answer are others."""
    corpus = tmp_path_factory.mktemp("changed") / "corpus"
    shutil.copytree(settings().corpus_dir, corpus)
    change(corpus / "rules/fee.yaml", "id: F01\n", "value: 0.025", "value: 0.031")
    change(corpus / "rules/deadline.yaml", "id: T02\n", "days: 20", "days: 37")
    change(
        corpus / "procedures/mahr-claim.yaml", "steps:\n", "- text: ", "- text: نخست به کاغذ آبی نیاز دارید. "
    )
    change(corpus / "procedures/mahr-claim.yaml", "documents:\n", "- text: ", "- text: برگ سبز هم ببرید. ")
    return open_rooms(settings().model_copy(update={"corpus_dir": corpus})).guide


def change(path: Path, after: str, old: str, new: str) -> None:
    """Replace the first ``old`` that stands after ``after``."""
    head, mark, rest = path.read_text(encoding="utf-8").partition(after)
    assert old in rest, f"{path.name} holds no {old!r} after {after!r}"
    path.write_text(head + mark + rest.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def ask(rooms: Rooms, changed: Guide) -> Callable[[str], tuple[str, str]]:
    """Ask the same of the real corpus and of the changed copy."""
    return lambda text: (rooms.guide.ask(text, TODAY).answer, changed.ask(text, TODAY).answer)


def test_a_changed_fee_is_the_fee_that_is_said(ask: Callable[[str], tuple[str, str]]) -> None:
    before, after = ask("برای گرفتن طلبم باید دادخواست بدم، هزینه دادرسیش چقدر میشه؟")
    assert "۲٫۵ درصد" in before
    assert "۳٫۱ درصد" not in before
    assert "۳٫۱ درصد" in after
    assert "۲٫۵ درصد" not in after


def test_a_changed_fee_changes_what_is_computed(ask: Callable[[str], tuple[str, str]]) -> None:
    before, after = ask("هزینه دادرسی برای ۱۰ میلیون تومان چقدر میشه؟")
    assert "۲٬۵۰۰٬۰۰۰ ریال" in before
    assert "۳٬۱۰۰٬۰۰۰ ریال" in after


def test_a_changed_limit_is_the_limit_that_is_said(ask: Callable[[str], tuple[str, str]]) -> None:
    before, after = ask("رای بدوی رو قبول ندارم، می‌خوام تجدیدنظرخواهی کنم، چقدر مهلت دارم؟")
    assert "۲۰ روز" in before
    assert "۳۷ روز" in after


def test_a_changed_step_is_the_step_that_is_told(ask: Callable[[str], tuple[str, str]]) -> None:
    before, after = ask("مهریه‌ام را نمی‌دهد، می‌خواهم به اجرا بگذارم")
    for told in ("نخست به کاغذ آبی نیاز دارید.", "برگ سبز هم ببرید."):
        assert told not in before
        assert told in after
