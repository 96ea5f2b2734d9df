"""Loading the law: every file is read, validated and cross-indexed once per process."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import JsonValue, ValidationError

from assistant.law.articles import index_articles
from assistant.law.corpus import Corpus
from assistant.law.findings import CorpusError, Finding, error, explain
from assistant.law.holidays import holidays
from assistant.law.official_store import Official, load_official
from assistant.law.parties import with_parties
from assistant.law.rules import RuleBook
from assistant.law.schemas import (
    Calculator,
    Claim,
    FieldSpec,
    Form,
    HolidayCalendar,
    LawChange,
    PartyGroup,
    Procedure,
    Question,
    Record,
    Rule,
    ServiceGuide,
    Statute,
    Structure,
)
from assistant.law.yaml_files import DataFile, YamlReader
from assistant.settings import settings

R = TypeVar("R", bound=Record)


@lru_cache(maxsize=4)
def load_corpus(
    corpus_dir: Path | None = None, templates_dir: Path | None = None, data_dir: Path | None = None
) -> Corpus:
    """The corpus, loaded once per process; without arguments, the one of the settings.

    ``data_dir`` holds the imported official texts and the cache of parsed files; with
    ``corpus_dir`` given and no ``data_dir``, the corpus stands alone.

    Raises:
        CorpusError: a record does not fit its schema, with one finding for each problem.
    """
    if corpus_dir is None:
        chosen = settings()
        return load_corpus(
            chosen.corpus_dir, templates_dir or chosen.templates_dir, data_dir or chosen.data_dir
        )
    corpus, findings = read_corpus(corpus_dir, templates_dir or settings().templates_dir, data_dir)
    if findings:
        raise CorpusError(findings)
    return corpus


def read_corpus(
    corpus_dir: Path, templates_dir: Path, data_dir: Path | None = None
) -> tuple[Corpus, tuple[Finding, ...]]:
    """The valid part of the corpus, and what is wrong with the rest: for the corpus check."""
    load = _Loader(YamlReader(data_dir / "cache" if data_dir else None))
    official = load_official(data_dir) if data_dir else Official()
    corpus_files, form_files = _in(corpus_dir), _in(templates_dir)
    groups = load.lists(PartyGroup, form_files("petitions/parties.yaml"), "id")
    statutes = load.one_per_file(Statute, corpus_files("statutes/*.yaml"), "law", lambda path: path.stem)
    corpus = Corpus(
        statutes=statutes,
        articles=MappingProxyType(index_articles(statutes.values(), official.articles)),
        rules=RuleBook(load.lists(Rule, corpus_files("rules/*.yaml"), "id").values()),
        procedures=load.one_per_file(Procedure, corpus_files("procedures/*.yaml"), "slug", _stem),
        claims=load.one_per_file(Claim, corpus_files("claims/*.yaml"), "slug", _stem),
        questions=load.lists(Question, corpus_files("questions/*.yaml"), "id"),
        services=load.one_per_file(ServiceGuide, corpus_files("services/*.yaml"), "slug", _stem),
        calculators=load.one_per_file(Calculator, corpus_files("calculators/*.yaml"), "id", _stem),
        forms=load.forms(form_files("petitions/*/*/form.yaml"), groups),
        parties=groups,
        fields=load.lists(FieldSpec, form_files("petitions/fields.yaml"), "name"),
        structures=load.lists(Structure, form_files("petitions/structures.yaml"), "id"),
        holidays=tuple(
            day
            for calendar in load.whole(HolidayCalendar, corpus_files("calendar/holidays.yaml"))
            for day in holidays(calendar)
        ),
        changelog=tuple(load.items(LawChange, corpus_files("changelog.yaml"))),
        templates_dir=templates_dir,
        official_version=official.version,
        version=load.version(official.version),  # last: it covers what was read above
    )
    load.reader.save()
    return corpus, (*load.reader.findings, *load.findings)


def reread_forms(corpus: Corpus) -> tuple[Corpus, tuple[Finding, ...]]:
    """The corpus with its forms as the files have them now, and what is wrong with those that cannot be read."""
    load = _Loader(YamlReader())
    files = _in(corpus.templates_dir)
    groups = load.lists(PartyGroup, files("petitions/parties.yaml"), "id")
    fresh = replace(
        corpus,
        forms=load.forms(files("petitions/*/*/form.yaml"), groups),
        parties=groups,
        fields=load.lists(FieldSpec, files("petitions/fields.yaml"), "name"),
        structures=load.lists(Structure, files("petitions/structures.yaml"), "id"),
    )
    return fresh, (*load.reader.findings, *load.findings)


def _stem(path: Path) -> str:
    return path.stem


def _in(root: Path) -> Callable[[str], Iterator[tuple[Path, Path]]]:
    """The files of a folder that match a pattern, in order, each with the folder."""
    return lambda pattern: ((path, root) for path in sorted(root.glob(pattern)))


class _Loader:
    """Validates records and keeps what is wrong with them."""

    def __init__(self, reader: YamlReader) -> None:
        self.reader = reader
        self.findings: list[Finding] = []
        self._digests: list[str] = []

    def one_per_file(
        self, model: type[R], files: Iterable[tuple[Path, Path]], key: str, name_of: Callable[[Path], str]
    ) -> Mapping[str, R]:
        """Records that fill a file each and are called like it."""
        records: dict[str, R] = {}
        for file in self._read(files):
            record = self._validated(model, file.data, file.name)
            if record is None:
                continue
            name = str(getattr(record, key))
            if name != name_of(file.path):
                self.findings.append(
                    error(file.name, f"it says {key}: {name}; name the file after its {key}")
                )
            self._add(records, name, record, file.name)
        return MappingProxyType(records)

    def forms(
        self, files: Iterable[tuple[Path, Path]], groups: Mapping[str, PartyGroup]
    ) -> Mapping[str, Form]:
        """Forms, each with the fields of its group of parties."""
        forms = dict(self.one_per_file(Form, files, "slug", lambda path: path.parent.name))
        for slug, form in forms.items():
            try:
                forms[slug] = with_parties(form, groups)
            except KeyError as unknown:
                where = f"petitions/{form.folder}/{slug}/form.yaml"
                self.findings.append(error(where, f"no group {unknown} in petitions/parties.yaml"))
        return MappingProxyType(forms)

    def whole(self, model: type[R], files: Iterable[tuple[Path, Path]]) -> Iterator[R]:
        """Records that fill a file each."""
        for file in self._read(files):
            record = self._validated(model, file.data, file.name)
            if record is not None:
                yield record

    def lists(self, model: type[R], files: Iterable[tuple[Path, Path]], key: str) -> Mapping[str, R]:
        """Records that stand in lists, several to a file."""
        records: dict[str, R] = {}
        for record, file in self._listed(model, files):
            self._add(records, str(getattr(record, key)), record, file)
        return MappingProxyType(records)

    def items(self, model: type[R], files: Iterable[tuple[Path, Path]]) -> Iterator[R]:
        """Records that stand in lists and have no name."""
        return (record for record, _ in self._listed(model, files))

    def version(self, official: str | None) -> str:
        """The hash of all that was read."""
        return hashlib.sha256("\n".join([*self._digests, official or ""]).encode()).hexdigest()[:16]

    def _read(self, files: Iterable[tuple[Path, Path]]) -> Iterator[DataFile]:
        for path, root in files:
            file = self.reader.read(path, root)
            if file is not None:
                self._digests.append(f"{file.name} {file.digest}")
                yield file

    def _listed(self, model: type[R], files: Iterable[tuple[Path, Path]]) -> Iterator[tuple[R, str]]:
        for file in self._read(files):
            if not isinstance(file.data, list):
                self.findings.append(error(file.name, "a list of records is needed: start each with '- '"))
                continue
            for raw in file.data:
                record = self._validated(model, raw, file.name)
                if record is not None:
                    yield record, file.name

    def _validated(self, model: type[R], raw: JsonValue, file: str) -> R | None:
        try:
            return model.model_validate(raw)
        except ValidationError as problem:
            self.findings.extend(explain(problem, file, raw))
            return None

    def _add(self, records: dict[str, R], name: str, record: R, file: str) -> None:
        if name in records:
            self.findings.append(error(file, f"{name} stands twice in the corpus: keep one"))
        records[name] = record
