"""A small corpus on disk, written by the tests in our own words, to be broken in one place at a time."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.law import Corpus, Finding, check_corpus, read_corpus
from assistant.law.json_schemas import write_json_schemas
from assistant.settings import settings

STATUTE = """
    law: sample-act
    title: قانون نمونه
    articles:
      - number: "7"
        title: بازگرداندن امانت
        note: هرکس مالی را به امانت گرفته است باید آن را ظرف {rule:T90} پس بدهد.
        links: [sample-act:8 مکرر]
      - number: 8 مکرر
        title: تلف امانت
        note: اگر امانت بدون کوتاهی شما از بین برود، مسئول نیستید.
"""
RULES = """
    - id: T90
      category: deadline
      title: مهلت پس دادن
      unit: days
      values:
        - value: {days: 20, from: ابلاغ, days_abroad: 60, months_abroad: 2}
      source: [sample-act:7]
      confidence: verified
    - id: F90
      category: fee
      title: هزینه نمونه
      unit: rial
      values:
        - {value: 1500000, valid_from: "1402/01/01", valid_to: "1403/12/30"}
      source_text: تعرفه نمونه
      confidence: secondary
"""
CLAIM = """
    slug: sample-claim
    folder: claims
    kind: دادخواست
    title: پس گرفتن امانت
    group: اموال
    official_title: false
    plain: امانتم را می‌خواهم
    route: دادخواست به دادگاه
    first_steps: [رسید امانت را پیدا کنید]
    legal_basis: [sample-act:7]
    synonyms: [استرداد امانت]
    near_misses: []
    separating_questions: [مال را خودتان سپرده‌اید؟]
    utterances: [ماشینمو نمیده, امانتی داده بودم, فرشمو پس نمیده, طلا دست خالمه, وسایلم مونده خونش, دوچرخمو میخوام]
"""
PROCEDURE = """
    slug: sample-claim
    title: پس گرفتن امانت
    summary: [{text: "می‌توانید مالتان را بخواهید.", cites: [sample-act:7]}]
    who: [{text: صاحب مال, cites: [sample-act:7]}]
    routes: [{form: sample-claim, title: دادخواست, text: دادخواست بدهید, cites: [sample-act:7]}]
    where: [{text: دادگاه محل, cites: [sample-act:7]}]
    steps: [{text: نامه بنویسید, cites: [sample-act:7]}, {text: ثبت کنید, cites: [sample-act:7]}]
    documents: [{text: رسید, cites: [sample-act:7]}]
    cost: [{text: "هزینه آن {rule:F90} است."}]
    next: [{text: دادگاه رأی می‌دهد, cites: [sample-act:7]}]
"""
QUESTIONS = """
    - id: lost-deposit
      wordings: [امانت گم شد, امانت خراب شد, امانتو دزدیدن]
      answer:
        - {text: اگر کوتاهی نکرده‌اید مسئول نیستید, cites: [sample-act:8 مکرر]}
        - {text: وگرنه باید جبران کنید, cites: [sample-act:7]}
      forms: [sample-claim]
"""
FORM = """
    slug: sample-claim
    folder: claims
    kind: دادخواست
    title: پس گرفتن امانت
    structure: petition
    official_title: false
    filer: صاحب مال
    authority: [{to: دادگاه, reason: محل اقامت خوانده}]
    legal_basis: [sample-act:7]
    fields:
      - {name: applicant_name, required: true}
      - {name: demand_date, required: true}
    deadline: {text: "ظرف {rule:T90}", rule: T90, runs_from: demand_date}
    fee: "{rule:F90}"
"""
FIELDS = """
    - {name: applicant_name, label: نام, type: text, question: نامتان چیست؟, help: کارت ملی, example: مریم, pii: true}
    - {name: demand_date, label: تاریخ, type: jalali_date, question: کی؟, help: رسید, example: "1404/01/02", pii: false}
"""
STRUCTURES = """
    - {id: petition, title: دادخواست, source: [sample-act:7], must_contain: [نام]}
"""
HOLIDAYS = """
    fixed: {source: تقویم نمونه, confidence: verified, days: {"01/01": نوروز}}
    leap: {source: تقویم نمونه, confidence: verified, days: {"12/30": آخرین روز سال}}
    lunar: {"1405": {source: پیش‌بینی, confidence: unsure, days: {"01/01": عید فطر, "03/06": عید قربان}}}
"""
FILES = {
    "corpus/statutes/sample-act.yaml": STATUTE,
    "corpus/rules/sample.yaml": RULES,
    "corpus/claims/sample-claim.yaml": CLAIM,
    "corpus/procedures/sample-claim.yaml": PROCEDURE,
    "corpus/questions/sample.yaml": QUESTIONS,
    "corpus/calendar/holidays.yaml": HOLIDAYS,
    "templates/petitions/claims/sample-claim/form.yaml": FORM,
    "templates/petitions/claims/sample-claim/body.j2": "{{ applicant_name }} درخواست دارد.",
    "templates/petitions/claims/sample-claim/example.yaml": "applicant_name: مریم نمونه",
    "templates/petitions/fields.yaml": FIELDS,
    "templates/petitions/structures.yaml": STRUCTURES,
}


@dataclass(frozen=True)
class House:
    """The small corpus in its folder."""

    root: Path

    @property
    def data_dir(self) -> Path:
        return self.root / "var"

    def write(self, file: str, text: str) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")

    def replace(self, file: str, old: str, new: str) -> None:
        text = (self.root / file).read_text(encoding="utf-8")
        assert old in text, f"{old!r} does not stand in {file}"
        (self.root / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def read(self, data_dir: Path | None = None) -> tuple[Corpus, tuple[Finding, ...]]:
        return read_corpus(self.root / "corpus", self.root / "templates", data_dir)

    def corpus(self, data_dir: Path | None = None) -> Corpus:
        corpus, findings = self.read(data_dir)
        assert not findings, "\n".join(map(str, findings))
        return corpus

    def unreadable(self) -> list[str]:
        return [f"{finding.where}: {finding.message}" for finding in self.read()[1]]

    def findings(self, level: str = "error") -> list[str]:
        """What the check says at this level, but for the number of forms: the house is small."""
        found = [finding for finding in check_corpus(self.corpus()) if finding.level == level]
        return [
            f"{finding.where}: {finding.message}" for finding in found if "instead of" not in finding.message
        ]


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A whole small corpus, without errors."""
    house = House(tmp_path)
    for file, text in FILES.items():
        house.write(file, text)
    return house


@pytest.fixture
def run(house: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[CliRunner]:
    """The commands, in the small house, on 3 Azar 1405."""
    monkeypatch.setenv("DADKHAH_CORPUS_DIR", str(house.root / "corpus"))
    monkeypatch.setenv("DADKHAH_TEMPLATES_DIR", str(house.root / "templates"))
    monkeypatch.setenv("DADKHAH_DATA_DIR", str(house.data_dir))
    monkeypatch.setenv("DADKHAH_TODAY", "2026-11-24")
    monkeypatch.setenv("COLUMNS", "240")
    write_json_schemas(house.root / "corpus/schemas")
    settings.cache_clear()
    yield CliRunner()
    settings.cache_clear()
