"""Stories: the facts that drafts of one language are tested with, and the briefs made of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from redleaf.notes.brief import Brief

CODES = ("de", "fr", "es")


@dataclass(frozen=True, eq=False)
class Story:
    """One sender, those they write to, and patterns of what a draft may and may not say."""

    code: str
    boats: dict[str, Any]
    sender: dict[str, Any]
    formal_name: str
    school: str
    school_topics: list[str]
    call_topics: list[str]
    kindness: str
    ask: str
    senior: str
    talk: str
    talk_topic: str
    invitation: str
    promise: str
    article: tuple[str, str]
    introduced_name: str
    introduced_topic: str
    tie: str
    familiar: str
    polite: str
    asks_who: str
    salutation: str
    closing: str
    default_text: str
    slip: str
    introduction: str
    private_topics: list[str]
    private_words: str
    things: tuple[str, ...]
    wheres: tuple[str, ...]

    def brief(self, **fields: Any) -> Brief:
        """The meeting at the boats with `fields` put over it."""
        reader = {"name": "Mira Holt", "register": "peer", "language": self.code}
        return Brief.from_json(
            {
                "today": "2026-11-20",
                "network": "linkedin",
                "limit": 300,
                "recognition": "recent",
                "sender": self.sender,
                "encounters": [self.boats],
                **fields,
                "recipient": {**reader, **fields.get("recipient", {})},
            }
        )

    def briefs(self) -> dict[str, Brief]:
        """A brief of every aim, and of every way to know somebody."""
        return {**self._met(), **self._not_met()}

    def _met(self) -> dict[str, Brief]:
        reunion = {"kind": "class", "on": "1977-06-30", "event": self.school}
        call = {"kind": "call", "on": "2026-11-19", "topics": self.call_topics}
        favour = {"kind": "neighbour", "on": "2026-11-08", "topics": [self.kindness]}
        talk = {"kind": "talk", "on": "2026-10-28", "event": self.talk}
        invited = {"kind": "online", "on": "2026-11-18", "event": self.invitation}
        return {
            "connect": self.brief(),
            "within two hundred": self.brief(limit=200),
            "formal": self.brief(recipient={"name": self.formal_name, "register": "formal"}),
            "reconnect": self.brief(
                aim="reconnect",
                recognition="faded",
                encounters=[{**reunion, "topics": self.school_topics}],
            ),
            "follow-up": self.brief(
                aim="follow-up", recipient={"register": "close"}, encounters=[call]
            ),
            "thank": self.brief(
                aim="thank",
                recognition="close",
                recipient={"register": "close"},
                encounters=[favour],
            ),
            "ask-advice": self.brief(
                aim="ask-advice",
                network="email",
                limit=None,
                ask=self.ask,
                recipient={"name": self.senior, "register": "formal"},
                encounters=[{**talk, "topics": [self.talk_topic]}],
            ),
            "answer": self.brief(aim="answer", encounters=[invited, self.boats]),
            "promise": self.brief(promises=[self.promise]),
        }

    def _not_met(self) -> dict[str, Brief]:
        title, where = self.article
        introduced = {"kind": "introduction", "on": "2026-11-18", "introduced_by": "Dana Whitlock"}
        return {
            "stranger": self.brief(aim="answer", recognition="unknown", encounters=[]),
            "article": self.brief(
                recognition="unknown",
                encounters=[],
                noticed=[{"kind": "article", "title": title, "where": where}],
            ),
            "introduced": self.brief(
                recognition="unknown",
                recipient={"name": self.introduced_name, "register": "formal"},
                encounters=[{**introduced, "topics": [self.introduced_topic]}],
            ),
            "shared": self.brief(recognition="unknown", encounters=[], shared=[self.tie]),
        }


@cache
def story_in(code: str) -> Story:
    story = import_module(f"tests.writing.languages.{code}.story").STORY
    assert isinstance(story, Story)
    return story
