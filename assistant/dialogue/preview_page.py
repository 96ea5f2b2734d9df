"""The petition as the person sees it before confirming, and the road ahead."""

from __future__ import annotations

from assistant.dialogue.conversation import Conversation
from assistant.dialogue.papers import Papers, papers_of
from assistant.dialogue.prompts import prompt
from assistant.dialogue.texts import say
from assistant.dialogue.turn import Message, Turn, bullets, lines, message
from assistant.dialogue.wording import is_polished, with_wording
from assistant.dialogue.world import World
from assistant.drafting import Petition, compose, render_html, render_text
from assistant.drafting.authority import applies
from assistant.law.schemas import Form
from assistant.persian import to_persian_digits

_NEXT_SHOWN = 3


def open_preview(conversation: Conversation, world: World, *lead: Message) -> Turn:
    """Show the petition of the facts; a version that was handed over gets a successor."""
    version = conversation.version + 1 if conversation.sent else conversation.version
    ready = conversation.but(
        state="preview", asking=None, amending=False, pending=None, version=version, changed=False
    )
    form = world.form(conversation.the_form)
    plain = compose(form, conversation.facts, world.corpus, world.today)
    ready = with_wording(ready, plain, world)
    petition, polished = plain, tuple[Message, ...]()
    if is_polished(ready):
        petition = compose(form, conversation.facts, world.corpus, world.today, ready.wording)
        polished = (message("preview.polished"),)
    shown = (_paper(petition), *polished, _road(ready, petition, world), *_open_fields(ready, world))
    successor = (message("done.new_version"),) if conversation.sent else ()
    return Turn(ready, (*lead, *successor, *shown, prompt(ready, world)))


def _paper(petition: Petition) -> Message:
    text = f"{say('preview.ready')}\n\n{render_text(petition)}"
    return Message(text, html=render_html(petition))


def _road(conversation: Conversation, petition: Petition, world: World) -> Message:
    form = world.form(petition.form)
    papers = papers_of(form, conversation.facts, world.corpus, world.today)
    optional = [say("road.optional_attachment", text=paper) for paper in papers.optional]
    listed = [*papers.required, *optional]
    upcoming = [
        sentence.text
        for section in world.about(form.slug)
        if section.topic == "next"
        for sentence in section.sentences
    ][:_NEXT_SHOWN]
    text = lines(
        say("road.title"),
        say("road.attachments") if listed else "",
        bullets(listed),
        _evidence(papers, world),
        _deadline(petition),
        *_fee(form, petition, world),
        say("road.cautions") if petition.cautions else "",
        bullets(petition.cautions),
        say("road.next") if upcoming else "",
        bullets(upcoming),
        say("preview.review") if form.review else "",
    )
    return Message(text)


def _evidence(papers: Papers, world: World) -> str:
    """How to attach, while nothing is; then what is still missing."""
    if world.attached:
        return papers.said_missing(world.attached)
    return say("road.attach") if papers.all else ""


def _deadline(petition: Petition) -> str:
    if petition.deadline is None:
        return ""
    return say("road.deadline", text=petition.deadline.message or to_persian_digits(petition.deadline.text))


def _fee(form: Form, petition: Petition, world: World) -> tuple[str, ...]:
    """What it costs in words and, where it can be worked out, in figures; last how sure the tariff is."""
    text, *cautions = world.filled(form.fee)
    worked_out = petition.court_fee
    if worked_out is None:
        return (" ".join((say("road.fee", text=text), *cautions)),)
    return (say("road.fee", text=text), " ".join((worked_out.text, *(worked_out.cautions or cautions))))


def _open_fields(conversation: Conversation, world: World) -> tuple[Message, ...]:
    fields = [
        field.label
        for field in world.interview(conversation.the_form).fields.values()
        if not field.required
        and field.name not in conversation.facts
        and applies(field.when, conversation.facts, world.corpus, world.today)
    ]
    return (message("preview.open_fields", fields="، ".join(fields)),) if fields else ()
