"""Readers of a language that the writer cannot write."""

from __future__ import annotations

from redleaf.networks import Network
from redleaf.notes.brief import Brief
from redleaf.writing.advice.channels import carries_no_note, without_note
from redleaf.writing.advice.record import Advice
from redleaf.writing.drafts import Question
from redleaf.writing.languages import code_of, language, languages

_TITLES = {
    "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "pl": "Polish", "sv": "Swedish", "da": "Danish", "no": "Norwegian",
    "nb": "Norwegian", "nn": "Norwegian", "fi": "Finnish", "cs": "Czech", "tr": "Turkish",
    "ru": "Russian", "uk": "Ukrainian", "ja": "Japanese", "ko": "Korean", "zh": "Chinese",
    "ar": "Arabic", "el": "Greek", "hu": "Hungarian", "ro": "Romanian", "ca": "Catalan",
    "id": "Indonesian", "hi": "Hindi", "he": "Hebrew", "vi": "Vietnamese", "fa": "Persian",
    "sk": "Slovak", "sl": "Slovenian", "hr": "Croatian", "sr": "Serbian", "bg": "Bulgarian",
    "lt": "Lithuanian", "lv": "Latvian", "et": "Estonian", "is": "Icelandic", "ga": "Irish",
    "eu": "Basque", "gl": "Galician", "th": "Thai", "ms": "Malay", "sw": "Swahili",
}  # fmt: skip


def is_written(brief: Brief) -> bool:
    """Whether the writer can write what the reader reads."""
    return code_of(brief.recipient.language) in languages()


def in_another_language(brief: Brief, who: str, network: Network | None) -> Advice:
    """What to do for a reader of a language that the writer cannot write."""
    code = code_of(brief.recipient.language)
    theirs = _TITLES.get(code, f"the language {code!r}")
    if carries_no_note(brief, network):
        advice = without_note(brief, "recent", network, who)
        why = f"{advice.why} {who} reads {theirs}, which Redleaf cannot write: the words are yours."
        return Advice(advice.advice, why, writes=False)
    why = (
        f"{who} reads {theirs}, and Redleaf writes {_written()} only so far. A note in the "
        "wrong language is no kindness."
    )
    text = f"Would {who} be glad of a note in English? If so, set recipient.language to en."
    return Advice("ask-me", why, Question("recipient.language", text), writes=False)


def _written() -> str:
    *others, last = (language(code).title for code in languages())
    return f"{', '.join(others)} and {last}" if others else last
