"""Evidence that citizens attach: looked at, made harmless, bundled. Bytes in, bytes out; pure but for the renderers."""

from assistant.evidence.bundle import bundle
from assistant.evidence.exhibit import Exhibit, checked_title, make_exhibit
from assistant.evidence.heading import Heading
from assistant.evidence.limits import Limits, limits, megabytes
from assistant.evidence.refusal import Refused
from assistant.evidence.sniffing import sniff
from assistant.evidence.texts import Kind, say, texts

__all__ = [
    "Exhibit",
    "Heading",
    "Kind",
    "Limits",
    "Refused",
    "bundle",
    "checked_title",
    "limits",
    "make_exhibit",
    "megabytes",
    "say",
    "sniff",
    "texts",
]
