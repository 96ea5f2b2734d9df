"""The contract's JSON: answers, retrieved articles, forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.guidance import FormOffer, Guidance
from assistant.law import Corpus
from assistant.retrieval import Hit


def answer_record(guidance: Guidance) -> dict[str, Any]:
    """Return the line of ``dadkhah ask --json``."""
    clarify = guidance.clarify
    return {
        "answer": guidance.answer,
        "citations": [{"law": c.law, "article": c.article, "title": c.title} for c in guidance.citations],
        "forms": [_offer(offer) for offer in guidance.forms],
        "clarify": clarify
        and {"question": clarify.question, "options": [_offer(o) for o in clarify.options]},
        "out_of_scope": guidance.out_of_scope,
        "urgent": guidance.urgent,
        "rules": [{"id": use.id, "value": use.value, "as_of": use.as_of} for use in guidance.rules],
        "took_ms": guidance.took_ms,
    }


def retrieval_record(hits: Sequence[Hit]) -> dict[str, Any]:
    """Return the line of ``dadkhah retrieve --json``."""
    return {"results": [_hit(hit) for hit in hits]}


def form_records(corpus: Corpus) -> list[dict[str, Any]]:
    """Return the list of ``dadkhah forms --json``."""
    return [
        {
            "slug": claim.slug,
            "title": claim.title,
            "plain": claim.plain,
            "kind": claim.kind,
            "folder": claim.folder,
            "group": claim.group,
            "official_title": claim.official_title,
            "drafts": claim.slug in corpus.forms,
        }
        for claim in corpus.claims.values()
    ]


def _offer(offer: FormOffer) -> dict[str, Any]:
    return {"slug": offer.slug, "title": offer.title, "folder": offer.folder, "score": offer.score}


def _hit(hit: Hit) -> dict[str, Any]:
    law, _, article = hit.article_id.partition(":")
    return {"law": law, "article": article, "score": round(float(hit.score), 6)}
