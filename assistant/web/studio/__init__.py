"""The studio: any form, its fields and its paper in a browser, live as the files change. For whoever writes forms."""

from assistant.web.studio.app import create_studio

__all__ = ["create_studio"]
