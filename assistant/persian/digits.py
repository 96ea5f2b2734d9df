"""Persian (۰-۹), Arabic-Indic (٠-٩) and ASCII digits, one for one: lengths never change."""

_PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
_ARABIC = "٠١٢٣٤٥٦٧٨٩"
_ASCII = "0123456789"

_TO_ASCII = str.maketrans(_PERSIAN + _ARABIC, _ASCII * 2)
_TO_PERSIAN = str.maketrans(_ASCII + _ARABIC, _PERSIAN * 2)


def to_ascii_digits(text: str) -> str:
    """Return ``text`` with every Persian and Arabic-Indic digit as ASCII; other characters stay."""
    return text.translate(_TO_ASCII)


def to_persian_digits(text: str) -> str:
    """Return ``text`` with every ASCII and Arabic-Indic digit as Persian; other characters stay."""
    return text.translate(_TO_PERSIAN)
