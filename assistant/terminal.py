"""The whole dialogue in a terminal: in words for people, in JSON lines for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from assistant.dialogue import Said
from assistant.evidence import Refused, limits, say, texts
from assistant.service import DocumentRef, Evidence, Service, TurnResult, deliver_due

_CHANNEL = "cli"
ATTACH = "/attach"


def chat_in_json(service: Service, lines: TextIO, out: TextIO) -> None:
    """Answer each line ``{"text": …}`` with one line of JSON; a line that isn't one gets an error line."""
    conversation, _ = service.begin(_CHANNEL, "stdin")
    documents: list[str] = []
    for line in lines:
        if not line.strip():
            continue
        try:
            text = json.loads(line)["text"]
        except (ValueError, KeyError, TypeError):
            _write(out, {"error": 'a line is JSON such as {"text": "سلام"}'})
            continue
        result = service.turn(conversation, Said(text=str(text)))
        rendered = [str(path) for path in keep(service, result.documents)]
        # What was rendered is named for as long as the conversation stands at its end.
        documents = rendered or (documents if result.line["state"] == "done" else [])
        news = [{"text": item["text"], "choices": []} for item in _news(service, conversation)]
        _write(out, {**result.line, "messages": [*result.line["messages"], *news], "documents": documents})


def chat_in_words(service: Service, lines: TextIO, out: TextIO) -> None:
    """Talk with a person; choices are numbered."""
    conversation, welcome = service.begin(_CHANNEL, "terminal")
    _show(out, welcome)
    evidence = Evidence(service)
    for line in _typed(lines, out):
        if line == ATTACH or line.startswith(f"{ATTACH} "):
            print(f"\n{_attach(evidence, conversation, line.removeprefix(ATTACH))}", file=out)
            continue
        result = service.turn(conversation, Said(text=line))
        _show(out, result)
        for path in keep(service, result.documents):
            print(f"    {path}", file=out)
        for item in _news(service, conversation):
            print(f"\n{item['text']}", file=out)


def _attach(evidence: Evidence, conversation: str, typed: str) -> str:
    """Attach the file of a path as it was typed or dropped on the terminal; say what became of it."""
    path = Path(typed.strip().strip("'\"").replace("\\ ", " ")).expanduser()
    try:
        with path.open("rb") as file:
            content = file.read(limits().file_bytes + 1)  # one byte too many says that it is too large
    except OSError:
        return say(texts().no_file, path=str(path) if typed.strip() else "")
    try:
        return evidence.said(conversation, evidence.attach(conversation, content))
    except Refused as refused:
        return refused.message


def keep(service: Service, documents: tuple[DocumentRef, ...]) -> list[Path]:
    """Write documents under the data folder and return their paths."""
    written = []
    for ref in documents:
        path = service.rooms.settings.data_dir / "documents" / ref.draft_id / ref.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(service.document(ref.draft_id, ref.name).content)
        written.append(path)
    return written


def _typed(lines: TextIO, out: TextIO) -> Iterator[str]:
    while True:
        if out.isatty():
            print("\n> ", end="", file=out, flush=True)
        line = lines.readline()
        if not line:
            return
        if line.strip():
            yield line.strip()


def _news(service: Service, conversation: str) -> list[dict[str, Any]]:
    deliver_due(service)
    return service.news(conversation)


def _show(out: TextIO, result: TurnResult) -> None:
    for message in result.messages:
        print(f"\n{message['text']}", file=out)
        for number, choice in enumerate(message["choices"], start=1):
            print(f"  {number}) {choice['text']}", file=out)


def _write(out: TextIO, value: object) -> None:
    print(json.dumps(value, ensure_ascii=False), file=out, flush=True)
