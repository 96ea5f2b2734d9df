"""Tables of characters: what stands for what in Persian text, and what is only noise."""

ZWNJ = "\u200c"

# Letters of the Persian alphabet with their hamza forms; the class body of regular expressions.
LETTER = "\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc"

# Letters that do not join to the left: a half-space after one of them changes nothing on paper.
NON_JOINING = "\u0621\u0622\u0623\u0624\u0625\u0627\u062f\u0630\u0631\u0632\u0698\u0648"

_LOOKALIKES = {
    "\u064a": "\u06cc",  # Arabic yeh
    "\u0649": "\u06cc",  # alef maksura
    "\u06d2": "\u06cc",  # yeh barree
    "\u0643": "\u06a9",  # Arabic kaf
    "\u06aa": "\u06a9",  # swash kaf
    "\u0629": "\u0647",  # teh marbuta
    "\u06c0": "\u0647",  # heh with yeh above
    "\u06c2": "\u0647",
    "\u06c3": "\u0647",
    "\u06be": "\u0647",  # heh doachashmee
    "\u06c1": "\u0647",  # heh goal
    "\u06d5": "\u0647",  # ae
    "\u0671": "\u0627",  # alef wasla
    "\u0672": "\u0627",
    "\u0673": "\u0627",
}
_LOOKALIKES |= {chr(0x0660 + digit): chr(0x06F0 + digit) for digit in range(10)}

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_BREAKS = "\x85\u2028\u2029\x0b\x0c\x1c\x1d\x1e"
_INVISIBLE = (
    "\u0640"  # tatweel
    "\u00ad\u061c\u180e\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f"
)

# First pass: lookalike letters, invisible controls, kinds of space and of line break.
CHARACTERS: dict[int, str | None] = {
    **{ord(char): other for char, other in _LOOKALIKES.items()},
    **{ord(char): " " for char in _SPACES + "\t\x1f"},
    **{ord(char): "\n" for char in _LINE_BREAKS},
    **{ord(char): None for char in _INVISIBLE},
    **dict.fromkeys([*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0)]),
}

# Second pass, after composition has had its chance: vowel signs, hamza above, Quranic marks.
_MARKS = (
    *range(0x0610, 0x061B),
    *range(0x064B, 0x0660),
    0x0670,
    *range(0x06D6, 0x06DD),
    *range(0x06DF, 0x06E5),
    0x06E7,
    0x06E8,
    *range(0x06EA, 0x06EE),
)
MARKS: dict[int, str | None] = {
    **{code: other for code, other in CHARACTERS.items() if 0x0600 <= code <= 0x06FF},
    **dict.fromkeys(_MARKS),
}
MARKS_BUT_TANVIN = {code: other for code, other in MARKS.items() if code != 0x064B}

# For matching only: spellings that writers use for one another (مسؤول، مسئول؛ رأی، رای؛ اجراء، اجرا).
FOLDED: dict[int, str | None] = {
    ord("آ"): "ا",
    ord("أ"): "ا",
    ord("إ"): "ا",
    ord("ؤ"): "و",
    ord("ئ"): "ی",
    ord("ء"): None,
    ord(ZWNJ): None,
}
