"""Drafting: interview, validation, composition and documents of petitions. Pure but for the renderers."""

from assistant.drafting.composition import compose
from assistant.drafting.documents.docx import render_docx
from assistant.drafting.documents.html import render_html, render_html_body
from assistant.drafting.documents.pdf import render_pdf
from assistant.drafting.documents.text import render_text
from assistant.drafting.draft import Draft, WrongFacts, draft
from assistant.drafting.extraction import Found, StoryMarker, extract
from assistant.drafting.interview import Interview, Question
from assistant.drafting.marking import Heads, Marker
from assistant.drafting.petition import Facts, Petition
from assistant.drafting.polishing import ChatPolisher, Polisher
from assistant.drafting.reading import Confirm, Option, Reading
from assistant.drafting.validation import FieldError, normalise_facts, validate_facts

__all__ = [
    "ChatPolisher",
    "Confirm",
    "Draft",
    "Facts",
    "FieldError",
    "Found",
    "Heads",
    "Interview",
    "Marker",
    "Option",
    "Petition",
    "Polisher",
    "Question",
    "Reading",
    "StoryMarker",
    "WrongFacts",
    "compose",
    "draft",
    "extract",
    "normalise_facts",
    "render_docx",
    "render_html",
    "render_html_body",
    "render_pdf",
    "render_text",
    "validate_facts",
]
