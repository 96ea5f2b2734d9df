"""Writing forms: the skeleton of a new one, and what is still missing in one."""

from assistant.drafting.authoring.missing import (
    example_facts,
    form_problems,
    paper_problems,
    structure_problems,
)
from assistant.drafting.authoring.skeleton import SkeletonError, write_skeleton

__all__ = [
    "SkeletonError",
    "example_facts",
    "form_problems",
    "paper_problems",
    "structure_problems",
    "write_skeleton",
]
