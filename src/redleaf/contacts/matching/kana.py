"""Kana in Latin letters: Hepburn, long vowels written once, as in Sato and Taro."""

from __future__ import annotations

import re
import unicodedata

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さ_すせそ", "z": "ざ_ずぜぞ",
    "t": "た__てと", "d": "だ__でど", "n": "なにぬねの", "h": "はひ_へほ", "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ", "m": "まみむめも", "y": "や_ゆ_よ", "r": "らりるれろ", "w": "わ___を",
}  # fmt: skip
_SOUNDS = {
    kana: f"{opening}{vowel}"
    for opening, row in _ROWS.items()
    for kana, vowel in zip(row, "aiueo", strict=True)
    if kana != "_"
} | {"し": "shi", "じ": "ji", "ち": "chi", "つ": "tsu", "ぢ": "ji", "づ": "zu", "ふ": "fu",
     "ん": "n", "ゔ": "vu"}  # fmt: skip
_SMALL = {"ゃ": "a", "ゅ": "u", "ょ": "o", "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o"}
_GLIDES = "ゃゅょ"
_KANA = re.compile("[\u3041-\u30ff]")


def is_kana(text: str) -> bool:
    """Whether there are kana in `text`."""
    return _KANA.search(text) is not None


def romanised_kana(text: str) -> str:
    """Hiragana or katakana in Latin letters."""
    latin = ""
    is_doubled = False
    for char in map(_as_hiragana, unicodedata.normalize("NFKC", text)):
        if char == "っ":
            is_doubled = True
            continue
        if char in _SMALL:
            latin = _glided(latin, char)
            continue
        sound = _SOUNDS.get(char, "" if char in "ー・" else char)
        latin += (sound[:1] if is_doubled else "") + sound
        is_doubled = False
    return re.sub("(?<=o)[ou]|(?<=u)u", "", latin)


def _as_hiragana(char: str) -> str:
    return chr(ord(char) - 0x60) if "ァ" <= char <= "ヴ" else char


def _glided(latin: str, small: str) -> str:
    """ "ki" and a small "ya" as "kya", "shi" and a small "ya" as "sha"."""
    stem = latin[:-1] if latin.endswith(tuple("aiueo")) else latin
    glide = "y" if small in _GLIDES and not stem.endswith(("sh", "ch", "j")) else ""
    return f"{stem}{glide}{_SMALL[small]}"
