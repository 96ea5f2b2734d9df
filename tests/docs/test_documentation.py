"""The documents can't drift: what the code has, they name; what they name, it has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from assistant.cli import app
from assistant.settings import PROJECT, Settings

RUNNING = (PROJECT / "docs" / "running.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    root = typer.main.get_command(app)
    found = []
    for name, command in root.commands.items():  # type: ignore[attr-defined]
        found += [f"{name} {sub}" for sub in command.commands] if hasattr(command, "commands") else [name]
    return found


@pytest.mark.parametrize("command", commands())
def test_every_command_is_documented(command: str) -> None:
    group, _, sub = command.partition(" ")
    line = next((line for line in RUNNING.splitlines() if line.startswith(f"| `dadkhah {group}")), "")
    assert line, f"docs/running.md does not name `dadkhah {group}`"
    assert not sub or f"{sub}`" in line or f" {sub} " in line


def settings_table() -> str:
    rows = ["| setting | default | what it is for |", "| --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        default = field.get_default()
        shown = "" if default in (None, ()) or isinstance(default, Path) else f"`{default}`".lower()
        rows.append(f"| `DADKHAH_{name.upper()}` | {shown} | {field.description} |")
    return "\n".join(rows)


def test_every_setting_is_documented_with_its_default() -> None:
    documented = re.search(r"<!-- settings -->\n(.*)\n<!-- /settings -->", RUNNING, re.DOTALL)
    assert documented is not None
    assert documented[1] == settings_table(), f"replace the table in docs/running.md by:\n{settings_table()}"


def test_every_link_of_the_documents_leads_somewhere() -> None:
    for page in (PROJECT / "README.md", *(PROJECT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_no_source_file_is_over_500_lines() -> None:
    folders = ("assistant", "bots", "evals", "tests", "templates")
    suffixes = {".py", ".js", ".css", ".j2", ".typ"}
    long = [
        path.name
        for folder in folders
        for path in (PROJECT / folder).rglob("*")
        if path.suffix in suffixes
        and not path.name.endswith(".min.js")
        and len(path.read_text(encoding="utf-8").splitlines()) > 500
    ]
    assert long == []
