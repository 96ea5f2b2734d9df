"""``python -m assistant`` is the ``dadkhah`` command."""

from assistant.cli import main

main()
