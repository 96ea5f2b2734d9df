"""In whose words an account is printed: a chat model may polish it, and the person can have their own back."""

from __future__ import annotations

from assistant.dialogue.conversation import Conversation
from assistant.dialogue.world import World
from assistant.drafting import Interview, Petition
from assistant.drafting.faithfulness import Account
from assistant.drafting.petition import Facts, Signature
from assistant.drafting.polishing import accounts_of


def with_wording(conversation: Conversation, petition: Petition, world: World) -> Conversation:
    """With each account in the words it is printed in; one that was settled before is not polished again."""
    form, facts = world.form(conversation.the_form), conversation.facts
    wording = {
        text: conversation.wording.get(text) or _polished(text, conversation, petition, world)
        for text in accounts_of(form, facts, world.corpus)
    }
    return conversation.but(wording=wording)


def in_own_words(conversation: Conversation) -> Conversation:
    """With every account as it was told."""
    return conversation.but(wording={text: text for text in conversation.wording})


def is_polished(conversation: Conversation) -> bool:
    """Whether an account is printed in other words than those it was told in."""
    return any(told != printed for told, printed in conversation.wording.items())


def _polished(text: str, conversation: Conversation, petition: Petition, world: World) -> str:
    if world.polisher is None:
        return text
    # By the cues alone: what is learned may differ from one wording to another.
    interview = Interview(world.form(conversation.the_form), world.corpus, world.today)

    def read(said: str) -> Facts:
        return {name: found.value for name, found in interview.extract(said, world.today).items()}

    others = {name: value for name, value in conversation.facts.items() if value != text}
    return world.polisher.polish(Account(text, _role(petition), others, read))


def _role(petition: Petition) -> str:
    return next((block.role for block in petition.blocks if isinstance(block, Signature)), "")
