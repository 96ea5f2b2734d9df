"""The corpus check finds each kind of mistake, says where it is, and is silent on a whole corpus."""

from __future__ import annotations

import json

import pytest

from assistant.law import check_corpus, corpus_stats, import_official
from assistant.law.stats import Count, totals
from tests.law.conftest import House

NOTE = "corpus/statutes/sample-act.yaml"
RULE = "corpus/rules/sample.yaml"
CLAIM = "corpus/claims/sample-claim.yaml"
GUIDE = "corpus/procedures/sample-claim.yaml"
QUESTION = "corpus/questions/sample.yaml"
FORM = "templates/petitions/claims/sample-claim/form.yaml"
BODY = "templates/petitions/claims/sample-claim/body.j2"
STRUCTURES = "templates/petitions/structures.yaml"


def test_a_whole_corpus_has_no_errors_and_no_warnings(house: House) -> None:
    assert house.findings("error") == []
    assert house.findings("warning") == []


def test_the_catalogue_has_148_forms_and_63_briefs(house: House) -> None:
    said = {finding.message for finding in check_corpus(house.corpus()) if finding.level == "error"}
    assert said == {"1 claims instead of 148", "0 briefs instead of 63"}


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        # articles
        (GUIDE, "رسید, cites: [sample-act:7]", "رسید, cites: [other:1]", "documents[0]: cites other:1, which"),
        (FORM, "legal_basis: [sample-act:7]", "legal_basis: [other:1]", "legal_basis: cites other:1, which does not"),
        (RULE, "source: [sample-act:7]", "source: [sample-act:70]", "rules › T90 › source: cites sample-act:70"),
        (CLAIM, "legal_basis: [sample-act:7]", "legal_basis: [sample-act:70]", "legal_basis: cites sample-act:70"),
        (QUESTION, "sample-act:8 مکرر", "sample-act:8", "questions › lost-deposit › answer[0]: cites sample-act:8"),
        (STRUCTURES, "sample-act:7", "sample-act:70", "structures.yaml › petition › source: cites sample-act:70"),
        (NOTE, '"7"', "8 مکرر", "8 مکرر: 2 notes on one article: keep one"),
        # rules
        (NOTE, "{rule:T90}", "{rule:T91}", "7 › note: refers to rule T91, which does not exist"),
        (NOTE, "{rule:T90}", "{rule:T90.until}", "refers to rule T90.until: no value under 'until'"),
        (NOTE, "{rule:T90}", "{rule:T90 }", "a rule reference has the form {rule:T02}"),
        (RULE, "value: {days: 20,", "value: {days: {a: 1, b: 2},", "refers to rule T90: several values"),
        (RULE, "{value: 1500000,", "{value: null,", "refers to rule F90, whose value is not known"),
        (RULE, "source_text: تعرفه نمونه", "note: تعرفه", "rules › F90: no source"),
        (RULE, "value: {days: 20, from: ابلاغ", "value: {days: 20, from: 'پس از {rule:F90}'", "holds a rule reference"),
        (RULE, "{value: 1500000,", '{value: 1, valid_to: "1402/01/01"}\n    - {value: 9,', "two values are valid on"),
        (FORM, "rule: T90", "rule: T91", "deadline: refers to rule T91, which does not exist"),
        (BODY, "درخواست", "{{ rule('T91') }}", "body.j2: refers to rule T91"),
        # forms and slugs
        (GUIDE, "form: sample-claim", "form: sample-brief", "routes: 'sample-brief' is not one of the forms"),
        (QUESTION, "forms: [sample-claim]", "forms: [sample-brief]", "forms: 'sample-brief' is not one of the forms"),
        (CLAIM, "near_misses: []", "near_misses: [other-claim]", "near_misses: 'other-claim' is not one of the forms"),
        (CLAIM, "near_misses: []", "near_misses: [sample-claim]", "near_misses: a form is not its own near miss"),
        (CLAIM, "folder: claims", "folder: notices", "folder, kind and official_title differ"),
        (CLAIM, "kind: دادخواست", "kind: لایحه", "a لایحه belongs in briefs"),
        (FORM, "structure: petition", "structure: letter", "structure: 'letter' is not in structures.yaml"),
        (FORM, "name: applicant_name", "name: applicant", "fields › applicant: not in the dictionary"),
        (FORM, "name: applicant_name", "name: demand_date", "fields › demand_date: this field stands twice"),
        (FORM, "runs_from: demand_date", "runs_from: applicant_name", "runs_from: 'applicant_name' is not a date"),
        (FORM, "runs_from: demand_date", "runs_from: service_date", "'service_date' is not a field of this form"),
        (FORM, "reason: محل", "when: a b, reason: محل", "authority[0] › when: 'a b' is not an expression"),
        (FORM, "reason: محل", "when: resides_abroad, reason: محل", "'resides_abroad' is not a field of this form"),
        (FORM, "reason: محل", "when: rule('J99') == 1, reason: محل", "when: refers to rule J99"),
        # wording
        (GUIDE, "دادگاه رأی", "پس از ۲۰ روز دادگاه رأی", "next[0]: «۲۰ روز» is a figure of the law"),
        (GUIDE, "دادگاه رأی", "تا (۱٬۰۰۰) میلیون ریال دادگاه رأی", "next[0]: «۱٬۰۰۰) میلیون ریال» is a figure"),
        (GUIDE, "دادگاه رأی", "مهلت ۲۰‌روزه دادگاه رأی", "next[0]: «۲۰‌روزه» is a figure of the law"),
        (FORM, 'fee: "{rule:F90}"', 'fee: "3 درصد"', "fee: «3 درصد» is a figure of the law"),
        (QUESTION, "اگر کوتاهی", "تا ۱۱۰ سکه اگر کوتاهی", "answer[0]: «۱۱۰ سکه» is a figure"),
        (BODY, "درخواست", "ظرف ۱۰ روز درخواست", "body.j2: «۱۰ روز» is a figure"),
        (GUIDE, "دادگاه رأی", "ظرف یک ماه دادگاه رأی", "next[0]: «یک ماه» is a figure of the law in words"),
        (GUIDE, "دادگاه رأی", "دادگاه راي", "next[0]: Arabic letter or digit 'ي'"),
        (NOTE, "نیستید.", "نیستید. الف. ب. پ. ت.", "8 مکرر: the note has 5 sentences: keep to 4"),
    ],
)  # fmt: skip
def test_a_mistake_is_an_error(house: House, file: str, old: str, new: str, found: str) -> None:
    house.replace(file, old, new)
    errors = house.findings()
    assert any(found in error for error in errors), errors


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        (
            NOTE,
            "links: [sample-act:8 مکرر]",
            "links: [sample-act:9]",
            "links to sample-act:9, which has no note",
        ),
        (NOTE, "ظرف {rule:T90}", "ظرف ۲۰ روز", "7 › note: «۲۰ روز» is a figure of the law"),
        (NOTE, "ظرف {rule:T90}", "ظرف بیست روز", "7 › note: «بیست روز» may be a figure of the law"),
        (
            CLAIM,
            "route: دادخواست به",
            "route: تا یک میلیارد ریال به",
            "route: «یک میلیارد ریال» may be a figure",
        ),
        (NOTE, "بدون کوتاهی", "بدون  کوتاهی", "8 مکرر › note: a double space"),
        (GUIDE, "دادگاه رأی", "شعبه 12 دادگاه رأی", "next[0]: Latin digits '12' in Persian prose"),
        (NOTE, "title: تلف امانت", "title: تلف", "8 مکرر: a title has 2 to 8 words"),
        (
            NOTE,
            "title: تلف امانت",
            "title: تلف امانت\n    review: needed",
            "marked for review without a 'doubt'",
        ),
        (
            CLAIM,
            "امانتی داده بودم",
            "ماشینمو نمیده",
            "claims/sample-claim.yaml: «ماشینمو نمیده» stands 2 times",
        ),
    ],
)
def test_what_a_person_should_look_at_is_a_warning(
    house: House, file: str, old: str, new: str, found: str
) -> None:
    house.replace(file, old, new)
    warnings = house.findings("warning")
    assert any(found in warning for warning in warnings), warnings
    assert house.findings("error") == []


@pytest.mark.parametrize("missing", ["body.j2", "example.yaml"])
def test_a_form_without_its_body_or_example_cannot_be_drafted(house: House, missing: str) -> None:
    (house.root / "templates/petitions/claims/sample-claim" / missing).unlink()
    assert house.findings() == [f"claims/sample-claim: {missing} is missing: write it"]


def test_a_form_and_a_guide_without_a_claim_are_errors(house: House) -> None:
    (house.root / CLAIM).unlink()
    house.replace(QUESTION, "forms: [sample-claim]", "forms: []")
    assert house.findings() == [
        "claims/sample-claim/form.yaml: there is no corpus/claims/sample-claim.yaml: write it or correct the slug",
        "procedures/sample-claim.yaml › routes: 'sample-claim' is not one of the forms: correct it (see corpus/claims)",
        "procedures/sample-claim.yaml › slug: 'sample-claim' is not one of the forms: correct it (see corpus/claims)",
    ]


def test_one_wording_for_two_problems_is_an_error_however_it_is_typed(house: House) -> None:
    claim = (house.root / CLAIM).read_text(encoding="utf-8")
    other = claim.replace("slug: sample-claim", "slug: other-claim").replace("title: پس", "title: باز پس")
    others = other.replace("ماشینمو نمیده", "ماشينمو  نمی‌ده").replace("فرشمو", "کمدمو").replace("طلا", "نقره")
    house.write("corpus/claims/other-claim.yaml", others)
    errors = [error for error in house.findings() if "stands in" in error]
    assert (
        "claims: «وسایلم مونده خونش» stands in other-claim and sample-claim: keep it where it belongs"
        in errors
    )
    assert any(
        "«ماشینمو نمیده» = «ماشينمو  نمی‌ده»" in error or "«ماشينمو  نمی‌ده»" in error for error in errors
    )
    assert not any("فرش" in error or "طلا" in error for error in errors)


def test_an_article_that_is_no_longer_in_force_cannot_be_cited(house: House) -> None:
    article = {
        "law": "sample-act",
        "law_title_fa": "قانون نمونه",
        "article": "7",
        "text": "متن",
        "status": "repealed",
    }
    house.write("a.jsonl", json.dumps(article))
    import_official([house.root / "a.jsonl"], house.data_dir)
    findings = check_corpus(house.corpus(house.data_dir))
    said = [f for f in findings if "sample-act:7, whose official text is repealed" in f.message]
    assert {finding.level for finding in said} == {"error"}


def test_a_link_to_an_article_known_from_its_official_text_is_good(house: House) -> None:
    house.replace(NOTE, "links: [sample-act:8 مکرر]", "links: [sample-act:9]")
    house.write(
        "a.jsonl", '{"law": "sample-act", "law_title_fa": "قانون نمونه", "article": "9", "text": "متن"}'
    )
    import_official([house.root / "a.jsonl"], house.data_dir)
    assert not any(
        "sample-act:9" in finding.message for finding in check_corpus(house.corpus(house.data_dir))
    )


def test_remarks_tell_what_is_left_to_do(house: House) -> None:
    remarks = " ".join(house.findings("info"))
    assert "article notes: 2 of 2 (100%) were not read a second time yet" in remarks
    (house.root / GUIDE).unlink()
    assert "claims: 1 of 1 have no guide in corpus/procedures: sample-claim" in house.findings("info")


def test_statistics_count_by_kind_and_law(house: House) -> None:
    house.replace(NOTE, "title: تلف امانت", 'title: تلف امانت\n    checked: "1405/08/01"')
    counts = corpus_stats(house.corpus())
    assert Count("notes", "sample-act", 2, 1, 0) in counts
    assert Count("rules", "fee", 1, 0, 1) in counts
    assert Count("rules", "all", 2, 1, 1) in totals(counts)
