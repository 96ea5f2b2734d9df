"""The ``dadkhah`` command: one Typer app; every room is opened only when a command needs it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.calculation.commands import calc_app
from assistant.law.commands import corpus_app
from assistant.settings import settings

app = typer.Typer(
    name="dadkhah",
    help="Persian legal guidance and petition drafting: from a citizen's story to a petition ready for filing.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
forms_app = typer.Typer(help="The forms: list them, begin one, see what one lacks.")
staff_app = typer.Typer(help="Accounts of legal staff.", no_args_is_help=True)
db_app = typer.Typer(help="The database.", no_args_is_help=True)
train_app = typer.Typer(help="Training of what is learned from the corpus.", no_args_is_help=True)
app.add_typer(corpus_app, name="corpus")
app.add_typer(calc_app, name="calc")
app.add_typer(forms_app, name="forms")
app.add_typer(staff_app, name="staff")
app.add_typer(db_app, name="db")
app.add_typer(train_app, name="train")

Question = Annotated[str | None, typer.Argument(help="What happened, in everyday Persian.")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
Batch = Annotated[
    Path | None,
    typer.Option(
        help="JSON lines with id and question; one line is written for each.", exists=True, dir_okay=False
    ),
]


@app.command()
def ask(question: Question = None, as_json: AsJson = False, batch: Batch = None) -> None:
    """Answer a question or a story, with the law that applies and the forms that fit."""
    from assistant.service import open_rooms
    from assistant.service.answers import answer_record

    rooms = open_rooms(settings())
    if batch is not None:
        _batch(batch, lambda text: answer_record(rooms.guide.ask(text, rooms.today())))
        return
    guidance = rooms.guide.ask(_needed(question), rooms.today())
    typer.echo(_json(answer_record(guidance)) if as_json else guidance.answer)


@app.command()
def retrieve(
    question: Question = None,
    k: Annotated[int, typer.Option(min=1, max=1000, help="How many articles.")] = 10,
    as_json: AsJson = False,
    batch: Batch = None,
) -> None:
    """Find the articles of law for a question, best first."""
    from assistant.service import open_rooms
    from assistant.service.answers import retrieval_record

    rooms = open_rooms(settings())
    if batch is not None:
        _batch(batch, lambda text: retrieval_record(rooms.index.articles(text, k)))
        return
    hits = rooms.index.articles(_needed(question), k)
    if as_json:
        typer.echo(_json(retrieval_record(hits)))
        return
    for place, hit in enumerate(hits, start=1):
        article = rooms.corpus.article(hit.article_id)
        typer.echo(f"{place:>3}  {hit.score:.4f}  {article.id:<40} {article.title}")


@forms_app.callback(invoke_without_command=True)
def forms(context: typer.Context, as_json: AsJson = False) -> None:
    """List the forms: what each is for, and which can be drafted already."""
    if context.invoked_subcommand is not None:
        return
    from assistant.service import open_corpus
    from assistant.service.answers import form_records

    records = form_records(open_corpus(settings()))
    if as_json:
        typer.echo(_json(records))
        return
    for record in records:
        mark = "*" if record["drafts"] else " "
        typer.echo(f"{mark} {record['slug']:<40} {record['kind']:<9} {record['title']}")
    typer.echo("* can be drafted: dadkhah draft SLUG --facts facts.yaml --out DIR")


@forms_app.command()
def new(
    slug: Annotated[str, typer.Argument(help="The form, named after its claim in corpus/claims.")],
) -> None:
    """Begin a form: a folder with form.yaml, body.j2 and example.yaml to fill."""
    from assistant.drafting.authoring.commands import begin_form

    begin_form(slug)


@forms_app.command()
def check(
    slugs: Annotated[
        list[str] | None, typer.Argument(help="The forms; all of them when none is named.")
    ] = None,
) -> None:
    """Say what is still missing in forms; exit 1 where something is."""
    from assistant.drafting.authoring.commands import say_what_is_missing

    say_what_is_missing(slugs)


@forms_app.command()
def studio(
    port: Annotated[
        int, typer.Option(min=1, max=65535, help="Port to listen on, at this machine only.")
    ] = 8001,
) -> None:
    """Show any form, its fields and its paper in a browser, live as the files change."""
    from assistant.service import open_corpus
    from assistant.web.studio.serve import serve_studio

    serve_studio(open_corpus(settings()), settings(), port)


@app.command()
def draft(
    slug: Annotated[str, typer.Argument(help="The form; `dadkhah forms` lists them.")],
    facts: Annotated[Path, typer.Option(exists=True, dir_okay=False, help="YAML: field name and value.")],
    out: Annotated[Path, typer.Option(file_okay=False, help="Folder for the documents.")],
) -> None:
    """Draft a petition: petition.pdf, petition.docx, petition.json and petition.txt."""
    from assistant.service.drafts import WrongFacts, draft_from_file

    try:
        written = draft_from_file(settings(), slug, facts, out)
    except WrongFacts as wrong:
        for line in wrong.lines:
            typer.echo(_json(line), err=True)
        raise typer.Exit(2) from wrong
    for path in written:
        typer.echo(str(path))


@app.command()
def chat(as_json: AsJson = False) -> None:
    """Talk in the terminal, from the story to the petition. /help says what can be typed."""
    from assistant.service import Service
    from assistant.terminal import chat_in_json, chat_in_words

    with Service.open(settings()) as service:
        (chat_in_json if as_json else chat_in_words)(service, sys.stdin, sys.stdout)


@app.command()
def serve() -> None:
    """Serve the chat page, the API and the staff pages."""
    from assistant.web.server import run

    run(settings())


@app.command()
def bot() -> None:
    """Run the messenger bot (DADKHAH_BOT_TOKEN; Bale by DADKHAH_BOT_BASE_URL)."""
    from bots.run import run

    run(settings())


@app.command()
def worker(
    once: Annotated[bool, typer.Option(help="Hand over what is due, then stop.")] = False,
) -> None:
    """Hand approved drafts to the gateway, again and again until each is taken."""
    from assistant.service import Service
    from assistant.service.delivery import work

    with Service.open(settings()) as service:
        work(service, once=once)


@app.command()
def prepare() -> None:
    """Unpack the weights, build the index and migrate the database: whatever is not there yet."""
    from assistant.service import Service

    with Service.open(settings()) as service:
        typer.echo(
            f"ready: {len(service.rooms.corpus.articles)} articles, {len(service.rooms.corpus.claims)} problems"
        )


@app.command("eval")
def evaluate(
    split: Annotated[str, typer.Option(help="dev, or test (once a release).")] = "dev",
    out: Annotated[Path, typer.Option(file_okay=False, help="Folder for the JSON and HTML report.")] = Path(
        "reports"
    ),
    only: Annotated[list[str] | None, typer.Option(help="Only these parts; may be repeated.")] = None,
) -> None:
    """Measure retrieval, claims, triage, grounding, extraction, conversations and speed."""
    from evals.run import run

    run(settings(), split=split, out=out, only=tuple(only or ()))


@train_app.command("embedding")
def train_embedding(
    out: Annotated[
        Path, typer.Option(file_okay=False, help="Folder for the adapter, its card and the model.")
    ],
    steps: Annotated[
        int, typer.Option(min=1, help="Steps of 64 pairs: a night on two cores by default.")
    ] = 1200,
    seed: Annotated[int, typer.Option(help="The same seed, corpus and machine give the same adapter.")] = 1,
    device: Annotated[str, typer.Option(help="cpu or cuda.")] = "cpu",
) -> None:
    """Train the adapter of the bundled embedding model on pairs from the corpus, and measure it on dev."""
    from assistant.service import open_corpus
    from assistant.training.embedding import Plan
    from assistant.training.run import train_embedding as train
    from evals.meaning import by_meaning_on_dev

    corpus = open_corpus(settings())
    plan = Plan(seed=seed, steps=steps, device=device, threads=settings().threads)
    card = train(
        corpus, settings(), plan, out, lambda model: by_meaning_on_dev(corpus, model, settings().threads)
    )
    typer.echo(_json(card.dev))


@train_app.command("marking")
def train_marking(
    out: Annotated[Path, typer.Option(file_okay=False, help="Folder for the marker and its card.")],
    epochs: Annotated[int, typer.Option(min=1, help="Times that every story is read.")] = 6,
    seed: Annotated[int, typer.Option(help="The same seed, stories and machine give the same marker.")] = 1,
) -> None:
    """Train what marks the words of a story that tell a field, on corpus/stories, and measure it on dev."""
    from assistant.service import open_corpus
    from assistant.training.marking import MarkingPlan
    from assistant.training.marking_run import train_marker
    from evals.marking import extraction_on_dev

    corpus = open_corpus(settings())
    plan = MarkingPlan(seed=seed, epochs=epochs, threads=settings().threads)
    card = train_marker(
        corpus, settings(), plan, out, lambda file: extraction_on_dev(corpus, settings(), file)
    )
    typer.echo(_json(card.dev))


@staff_app.command("add")
def staff_add(
    name: Annotated[str, typer.Argument(help="Login name.")],
    role: Annotated[str, typer.Option(help="reviewer or administrator.")] = "reviewer",
    password: Annotated[
        str,
        typer.Option(
            prompt=True,
            confirmation_prompt=True,
            hide_input=True,
            envvar="DADKHAH_STAFF_PASSWORD",
            help="At least 10 characters; asked for when not given.",
        ),
    ] = "",
) -> None:
    """Make an account for legal staff."""
    from assistant.review import AccountError, add_staff
    from assistant.service import open_database
    from assistant.storage import Role

    if role not in set(Role):
        raise typer.BadParameter(f"a role is one of {', '.join(Role)}", param_hint="--role")
    database = open_database(settings())
    try:
        with database.transaction() as unit:
            add_staff(unit, name, Role(role), password, actor="cli")
    except AccountError as error:
        reasons = {
            "weak-password": "the password needs at least 10 characters",
            "empty-name": "the name is empty",
            "name-taken": f"there is an account {name} already",
        }
        raise typer.BadParameter(reasons[error.code]) from error
    finally:
        database.close()
    typer.echo(f"{role} {name} can log in at /staff")


@db_app.command("upgrade")
def db_upgrade() -> None:
    """Bring the tables to the present revision."""
    from assistant.service import open_database

    database = open_database(settings())
    typer.echo(f"up to date: {database.engine.url.render_as_string(hide_password=True)}")
    database.close()


def main() -> None:
    """Run the command."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # whatever the locale: what people write here is Persian
    app()


def _needed(question: str | None) -> str:
    if question is None or not question.strip():
        raise typer.BadParameter("give a question, or --batch FILE", param_hint="QUESTION")
    return question


def _batch(file: Path, answer: Callable[[str], dict[str, Any]]) -> None:
    for record in _lines(file):
        typer.echo(_json({"id": record["id"], **answer(str(record["question"]))}))


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                _ = record["id"], record["question"]
            except (ValueError, KeyError, TypeError) as error:
                message = f"{file.name}:{number}: a line needs an id and a question, as JSON"
                raise typer.BadParameter(message, param_hint="--batch") from error
            yield record


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
