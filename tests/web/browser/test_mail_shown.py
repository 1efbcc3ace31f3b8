"""An invitation out of a mail is shown: nothing is asked of anybody, and no token is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from tests.formats.mail.network_mails import message
from tests.web.running import Desk

TOKEN = "AQxTRACKx9f8E7d6C5b4"
SITE = f"https://track.example/{TOKEN}"
NOISE = f"""
<link rel="stylesheet" href="{SITE}/a.css"><style>@import url("{SITE}/b.css");
td {{ background: url({SITE}/c.png) }}</style><script src="{SITE}/d.js"></script>
<script>fetch("{SITE}/e")</script><img src="{SITE}/f.gif" width="1" onerror="fetch('{SITE}/g')">
<iframe src="{SITE}/h"></iframe><video poster="{SITE}/i.png"></video><object data="{SITE}/j">
</object><svg><image href="{SITE}/k.png"/></svg><meta http-equiv="refresh" content="0;url={SITE}/l">
<base href="{SITE}/"><td background="{SITE}/m.png" style="background:url({SITE}/n.png)">
"""
NETWORKS = f"""<html><head>{NOISE}</head><body>{NOISE}<h1>Ewan Brook wants to connect</h1>
<a href="https://www.linkedin.com/comm/in/ewan-brook?midToken={TOKEN}">Ewan Brook</a>
<p>River listener</p><p>“Your weir sings: {SITE}/o.png and &lt;img src={SITE}/p.png&gt;”</p>
<a href="https://www.linkedin.com/comm/people/invite-accept?sharedKey={TOKEN}">Accept</a>
{NOISE}</body></html>"""
PERSONS = f"""<html><body>{NOISE}<p>Dear Ben, I mend lock gates in Hoorn.</p><p>Look at
<a href="{SITE}/q?u={TOKEN}">my gates</a> &lt;script src={SITE}/r.js&gt;</p></body></html>"""
BY_NETWORK = message(
    "Ewan Brook wants to connect",
    "LinkedIn <invitations@linkedin.com>",
    ("html", NETWORKS),
    key="shown-1@linkedin.com",
)
BY_HAND = message(
    "Your weir",
    "Saar Mulder <saar@locks.example>",
    ("html", PERSONS),
    key="shown-2@locks.example",
)


@pytest.mark.parametrize(
    ("mail", "words"),
    [(BY_NETWORK, "Your weir sings"), (BY_HAND, "I mend lock gates in Hoorn.")],
    ids=["of a network", "of a person"],
)
def test_it_asks_nobody_and_keeps_no_token(
    page: Page, desk: Desk, tmp_path: Path, mail: bytes, words: str
) -> None:
    asked: list[str] = []

    def hear(request: Request) -> None:
        asked.append(request.url)

    page.on("request", hear)
    file = tmp_path / "asked.eml"
    file.write_bytes(mail)
    page.goto("/inbox/bring/")
    page.set_input_files("#mail", file)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text(words).first).to_be_visible()
    shown = page.url
    page.goto("/inbox/")
    page.goto(shown)
    page.wait_for_load_state("networkidle")
    outside = [url for url in asked if not url.startswith((desk.base, "data:"))]
    assert outside == []
    assert asked != []
    kept = [each for each in desk.home.rglob("*") if each.is_file() and _holds(each, TOKEN)]
    assert kept == []
    # What is grepped for would be found: the words themselves are there.
    assert any(_holds(each, words) for each in desk.home.glob("db.sqlite3*"))
    assert TOKEN not in page.content()


def _holds(file: Path, text: str) -> bool:
    return text.encode() in file.read_bytes()
