"""Bytes of mail as text, under whatever name their sender gave the character set."""

from __future__ import annotations

import codecs
from functools import lru_cache

# Names that mail programs use and Python does not know, and sets that are sent under the name of
# a smaller one.
_ALIASES = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "ansi_x3.4-1968": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "chinesegb": "gb18030",
    "csgb2312": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "ms_kanji": "cp932",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "iso-8859-6-i": "iso-8859-6",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "unicode-1-1-utf-7": "utf-7",
    "unicode-1-1-utf-8": "utf-8",
    "x-unicode-2-0-utf-7": "utf-7",
    "utf8mb4": "utf-8",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-gbk": "gb18030",
    "x-euc-jp": "euc-jp",
    "iso-2022-jp": "iso2022_jp_ext",
    "cp-850": "cp850",
    "unknown-8bit": "utf-8",
    "x-unknown": "utf-8",
    "default": "utf-8",
}
# Python calls these text encodings too; nobody writes mail in them, and some take quadratic time.
_NO_CHARSETS = frozenset(
    {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"}
)


def decoded(data: bytes, charset: str = "") -> str:
    """`data` as text: as UTF-8 or Windows-1252 where the set is unknown or does not fit."""
    codec = _codec(charset)
    if codec != "utf-8":
        try:
            return data.decode(codec)
        except (UnicodeError, LookupError, ValueError):
            if codec not in ("cp1252",):
                return _guessed(data, codec)
    return _guessed(data, "")


def encoded(text: str, charset: str) -> bytes:
    """The bytes of letters that stand undisguised where only encoded ones should."""
    try:
        return text.encode(_codec(charset))
    except (UnicodeError, LookupError, ValueError):
        return text.encode("utf-8", "replace")


def _guessed(data: bytes, codec: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        try:
            return data.decode(codec or "cp1252", "replace")
        except (UnicodeError, LookupError, ValueError):
            return data.decode("latin-1")


@lru_cache(maxsize=1_000)
def _codec(charset: str) -> str:
    name = charset.strip().strip("\"'").casefold().replace("_", "-")
    name = _ALIASES.get(name, _ALIASES.get(name.replace("-", "_"), name))
    if not name or name in _NO_CHARSETS or len(name) > 40:
        return "utf-8"
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError, UnicodeError):
        return "utf-8"
