"""The records that lawyers read and mark, each by a key and the hash of what was read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from assistant.law.corpus import Corpus
from assistant.law.rules import Day, RuleError
from assistant.law.schemas import ArticleNote, Procedure, Question, ServiceGuide

Markable = ArticleNote | Procedure | Question | ServiceGuide

MARKS = frozenset({"checked", "review", "doubt"})  # what marks change: no part of the content


def markable(corpus: Corpus) -> Mapping[str, Markable]:
    """All records by key: ``note:civil-code:1082``, ``procedure:mahr-claim``, ``question:…``, ``service:…``."""
    records: dict[str, Markable] = {
        f"note:{article.id}": article.note for article in corpus.articles.values() if article.note
    }
    records |= {f"procedure:{slug}": procedure for slug, procedure in corpus.procedures.items()}
    records |= {f"question:{id_}": question for id_, question in corpus.questions.items()}
    return records | {f"service:{slug}": service for slug, service in corpus.services.items()}


def content_hash(record: Markable, corpus: Corpus, on: Day) -> str:
    """The hash of what a lawyer reads on a day: the record with its figures, without its marks."""
    content = json.dumps(record.model_dump(exclude=set(MARKS)), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said(content, corpus, on).encode()).hexdigest()[:16]


def said(text: str, corpus: Corpus, on: Day) -> str:
    """The text with its figures; one whose rule is broken stays as written, for the corpus check to find."""
    try:
        return corpus.rules.render(text, on).text
    except RuleError:
        return text
