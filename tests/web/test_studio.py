"""The studio shows a form as its files are at this moment, whatever state they are in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.law import load_corpus
from assistant.persian import JalaliDate
from assistant.settings import settings
from assistant.web.studio import create_studio

FORM = "petitions/claims/mahr-claim"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    return Path(shutil.copytree(settings().templates_dir, tmp_path / "templates"))


@pytest.fixture
def studio(templates: Path) -> Iterator[TestClient]:
    corpus = replace(load_corpus(), templates_dir=templates)  # its forms are read again from there
    with TestClient(create_studio(corpus, JalaliDate.of(1405, 9, 3))) as client:
        yield client


def test_the_shelf_lists_every_form(studio: TestClient) -> None:
    page = studio.get("/").text
    assert page.count('<td dir="ltr">') == 148
    assert "مطالبه مهریه" in page


def test_a_form_shows_what_it_asks_and_its_paper(studio: TestClient) -> None:
    page = studio.get("/mahr-claim").text
    assert "نام و نام خانوادگی همسرتان چیست؟" in page
    assert "دادخواست مطالبه مهریه" in page
    assert "چیزی کم ندارد." in page


def test_nothing_is_sent_again_while_no_file_changes(studio: TestClient) -> None:
    version = studio.get("/mahr-claim").text.split("seen=")[1].split('"')[0]
    assert studio.get(f"/mahr-claim/sheet?seen={version}").status_code == 204


def test_a_changed_file_changes_the_sheet(studio: TestClient, templates: Path) -> None:
    version = studio.get("/mahr-claim").text.split("seen=")[1].split('"')[0]
    body = templates / FORM / "body.j2"
    body.write_text(
        body.read_text(encoding="utf-8").replace("بر ذمه خوانده باقی است", "هنوز پرداخت نشده است"),
        encoding="utf-8",
    )
    sheet = studio.get(f"/mahr-claim/sheet?seen={version}")
    assert sheet.status_code == 200
    assert "هنوز پرداخت نشده است" in sheet.text


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "body.j2",
            '{% extends "shared/claim.j2" %}{% block story %}<p>{{ nobody }}</p>{% endblock %}',
            "nobody",
        ),
        (
            "body.j2",
            '{% extends "shared/claim.j2" %}{% block story %}<b>x</b>{% endblock %}',
            "not part of the markup",
        ),
        ("body.j2", "{% block", "body.j2"),
        ("form.yaml", "slug: [", "form.yaml"),
        ("example.yaml", "applicant_name: 5\nno_such_field: 1\n", "no_such_field"),
    ],
)
def test_a_half_written_file_is_explained_and_never_breaks_the_page(
    file: str, text: str, said: str, studio: TestClient, templates: Path
) -> None:
    (templates / FORM / file).write_text(text, encoding="utf-8")
    page = studio.get("/mahr-claim")
    assert page.status_code == 200
    assert said in page.text


def test_the_pdf_of_the_example_is_served(studio: TestClient) -> None:
    assert studio.get("/mahr-claim/petition.pdf").content.startswith(b"%PDF")


def test_a_form_that_there_is_not_is_not_found(studio: TestClient) -> None:
    assert studio.get("/no-such-form").status_code == 404
