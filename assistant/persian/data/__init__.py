"""Word lists of the Persian room, as YAML beside the code; each is read once, when first needed."""

from importlib.resources import files
from typing import Any

import yaml


def read_data(name: str) -> Any:
    """Return the parsed list ``data/<name>.yaml``."""
    text = files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
