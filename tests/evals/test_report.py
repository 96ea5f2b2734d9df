import json
from pathlib import Path

from evals.report import Part, Report

PART = Part("claims", "Form <for> an utterance", 3, {"dadkhah": {"hits@1": 0.5}}, ("hits@1",))


def test_a_report_is_written_for_programs_and_for_people(tmp_path: Path) -> None:
    Report("dev", "abc", 10, (PART,)).write(tmp_path)
    written = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert written["parts"][0]["rows"] == {"dadkhah": {"hits@1": 0.5}}
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "<svg" in page
    assert "Form &lt;for&gt; an utterance" in page
