"""`redleaf check --fix`: what nobody can miss is put right in the file, and nothing else."""

from __future__ import annotations

import json
import os
import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from redleaf import Brief, fix
from redleaf.cli.mending import mended_bytes
from redleaf.notes.folding import INVISIBLE
from tests.cli.running import Command

UNTIDY = "Hi  Mara, your talk  on ri\u200bver\u2003ice stayed with me.  Shall I send the logs?"
TIDY = "Hi Mara, your talk on river ice stayed with me.  Shall I send the logs?"
BRIEF = {"recipient": {"name": "Mara van den Berg"}}


def test_it_writes_the_file_anew_and_tells_what_it_did(redleaf: Command) -> None:
    Path("note.txt").write_text(UNTIDY)
    run = redleaf("check", "--fix", "note.txt")
    assert Path("note.txt").read_text() == TIDY
    assert run.code == 0
    assert run.out.startswith("note.txt: A personal note.")
    told = "note.txt: 4 places fixed: boring/stray-spaces 3, untrue/invisible-characters 1\n"
    assert run.err == f"redleaf: {told}"


def test_what_is_left_is_reported(redleaf: Command) -> None:
    Path("note.txt").write_text("Hi  [Name], your talk stayed with me.")
    run = redleaf("check", "--fix", "note.txt", "--format", "json")
    assert run.code == 1
    (finding,) = json.loads(run.out)["reports"][0]["findings"]
    assert (finding["rule"], finding["start"]) == ("untrue/leftover-slot", 3)


def test_a_tidy_file_is_not_written(redleaf: Command) -> None:
    Path("note.txt").write_text(TIDY)
    before = Path("note.txt").stat()
    run = redleaf("check", "--fix", "note.txt")
    after = Path("note.txt").stat()
    assert (run.code, run.err) == (0, "")
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_name_gets_its_case_and_not_the_marks_that_were_left_out() -> None:
    brief = Brief.from_json({"recipient": {"name": "Tomasz Zieliński"}})
    fixed = fix("hi tomasz zielinski, your talk on river ice stayed with me.", brief=brief)
    assert fixed.text == "hi Tomasz zielinski, your talk on river ice stayed with me."
    assert fixed.mended == {"untrue/name-in-wrong-case": 1}


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("last", [b"", b"\n", b"\r\n"])
def test_it_keeps_line_ends_and_the_byte_order_mark(
    redleaf: Command, end: bytes, mark: bytes, last: bytes
) -> None:
    Path("note.txt").write_bytes(mark + b"Hi  Mara," + end + b"that  was good." + last)
    redleaf("check", "--fix", "note.txt")
    assert Path("note.txt").read_bytes() == mark + b"Hi Mara," + end + b"that was good." + last


@given(st.text(alphabet="a \r\n\u2028", max_size=12), st.booleans())
def test_a_text_left_as_it_is_keeps_its_bytes(text: str, has_mark: bool) -> None:
    before = (b"\xef\xbb\xbf" if has_mark else b"") + text.encode()
    read = before.decode("utf-8-sig").replace("\r\n", "\n").removesuffix("\n")
    assert mended_bytes(before, read) == before


@pytest.mark.skipif(os.name != "posix", reason="Windows has other permissions, and few links")
def test_it_keeps_permissions_and_links_and_leaves_nothing_beside(redleaf: Command) -> None:
    Path("folder").mkdir()
    Path("folder/note.txt").write_text(UNTIDY)
    Path("folder/note.txt").chmod(0o640)
    Path("link.txt").symlink_to("folder/note.txt")
    redleaf("check", "--fix", "link.txt")
    assert Path("link.txt").is_symlink()
    assert Path("folder/note.txt").read_text() == TIDY
    assert stat.S_IMODE(Path("folder/note.txt").stat().st_mode) == 0o640
    assert [path.name for path in Path("folder").iterdir()] == ["note.txt"]


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="everything may be written here"
)
def test_a_file_that_may_not_be_written_stays(redleaf: Command) -> None:
    Path("note.txt").write_text(UNTIDY)
    Path("note.txt").chmod(0o440)
    run = redleaf("check", "--fix", "note.txt")
    assert (run.code, Path("note.txt").read_text()) == (1, UNTIDY)
    assert "note.txt: it may not be written; it stays as it was." in run.err


def test_a_folder_that_is_full_leaves_the_file_as_it_was(
    redleaf: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    Path("note.txt").write_text(UNTIDY)
    monkeypatch.setattr("os.fsync", no_room)
    run = redleaf("check", "--fix", "note.txt")
    assert (run.code, Path("note.txt").read_text()) == (1, UNTIDY)
    assert "cannot be written: No space left on device" in run.err
    assert [path.name for path in Path().iterdir()] == ["note.txt"]


def test_standard_input_comes_out_fixed_and_its_report_on_stderr(redleaf: Command) -> None:
    run = redleaf("check", "--fix", stdin=UNTIDY + "\r\n")
    assert (run.code, run.out) == (0, TIDY + "\r\n")
    assert "standard input: 4 places fixed" in run.err
    assert "A personal note." in run.err
    assert redleaf("check", "--fix", "-", stdin=b"\xff").out == ""


def test_quiet_says_nothing_of_a_tidy_text_on_standard_input(redleaf: Command) -> None:
    assert redleaf("check", "--fix", "--quiet", stdin=TIDY) == (0, TIDY, "")


def test_an_allowance_that_standard_input_does_not_need_is_named(redleaf: Command) -> None:
    Path("redleaf.toml").write_text(
        '[[allow]]\nrule = "boring/buzzwords"\nreason = "It says so on their door."\n'
    )
    run = redleaf("check", "--fix", stdin=TIDY)
    assert run.out == TIDY
    assert "nothing here needs boring/buzzwords" in run.err


def test_a_diff_shows_it_and_changes_nothing(redleaf: Command) -> None:
    Path("note.txt").write_text(f"First line.\n{UNTIDY}")
    Path("tidy.txt").write_text(TIDY)
    run = redleaf("check", "--diff", "note.txt", "tidy.txt")
    assert run.code == 1
    assert Path("note.txt").read_text() == f"First line.\n{UNTIDY}"
    assert run.out.splitlines()[:2] == ["--- note.txt", "+++ note.txt"]
    assert f"-{UNTIDY}\n\\ No newline at end of file\n+{TIDY}\n\\ No newline" in run.out
    assert "note.txt: 4 places to fix" in run.err
    assert redleaf("check", "--fix", "--diff", "tidy.txt") == (0, "", "")


def test_a_diff_of_standard_input_may_name_a_file(redleaf: Command) -> None:
    run = redleaf("check", "--diff", "-", "--stdin-name", "letters/a.md", stdin=UNTIDY)
    assert run.out.splitlines()[:2] == ["--- letters/a.md", "+++ letters/a.md"]
    assert run.err.startswith("redleaf: letters/a.md: 4 places to fix")


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_patch_takes_the_diff(redleaf: Command, end: str) -> None:
    Path("note.txt").write_bytes(f"Hi  Mara,{end or ' '}that  was good.{end}".encode())
    shown = redleaf("check", "--diff", "note.txt").out
    command = ["git", "apply", "-p0", "--whitespace=nowarn", "-"]
    subprocess.run(command, input=shown.encode(), check=True)
    assert Path("note.txt").read_bytes() == f"Hi Mara,{end or ' '}that was good.{end}".encode()


@pytest.mark.parametrize(
    "args",
    [
        ["--fix", "--format", "json"],
        ["--diff", "--format", "sarif", "a.txt"],
        ["--fix", "-", "a.txt"],
        ["--batch", "--fix"],
        ["--batch", "--stdin-name", "a.txt"],
        ["--brief", "-"],
        ["--brief", "-", "a.txt", "-"],
    ],
)
def test_what_does_not_go_together_is_wrong_use(redleaf: Command, args: list[str]) -> None:
    Path("a.txt").write_text(UNTIDY)
    run = redleaf("check", *args, stdin=UNTIDY)
    assert (run.code, run.out, Path("a.txt").read_text()) == (2, "", UNTIDY)


def test_the_mail_that_is_answered_stays_as_it_came(redleaf: Command) -> None:
    mail = "Thank you  for the map.\n\nOn 3 Nov 2026 Jo wrote:\n> Hi  Mara,\n> here  it is.\n"
    fixed = redleaf("check", "--fix", "--kind", "email", stdin=mail).out
    assert fixed == mail.replace("you  for", "you for")


def test_an_allowed_finding_is_not_fixed(redleaf: Command) -> None:
    Path("redleaf.toml").write_text(
        '[[allow]]\nrule = "boring/stray-spaces"\nreason = "We set our letters by hand."\n'
    )
    Path("note.txt").write_text(UNTIDY)
    redleaf("check", "--fix", "note.txt")
    assert Path("note.txt").read_text() == UNTIDY.replace("\u200b", "")


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("hi mara, thank you.", "hi Mara, thank you."),
        ("Dear Ms VAN DEN BERG, thank you.", "Dear Ms van den Berg, thank you."),
        ("Hi  MA\u200bRA, thank you.", "Hi Mara, thank you."),
    ],
)
def test_the_name_is_written_as_in_the_brief(redleaf: Command, text: str, fixed: str) -> None:
    Path("b.json").write_text(json.dumps(BRIEF))
    assert redleaf("check", "--fix", "--brief", "b.json", stdin=text).out == fixed


ENGLAND = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


@pytest.mark.parametrize(
    "text",
    [
        f"Hi Mara 👩\u200d🔬 ❤\ufe0f {ENGLAND}, good talk.",
        "سلام مارا، می\u200cخواهم گزارش را بفرستم.",
        "क्\u200dष और क\u094d\u200cष, Mara.",
        "\u200fשלום Mara\u200e, תודה על המפה.",
        "สวัสดี\u200bค่ะ  ขอบคุณสำหรับแผนที่",
        "Chère Mara\u00a0: « merci\u202f! »",
        "Good talk.  Shall I come?  I bring the map.",
        "Name      Day\nMara      Monday",
        "Mon  Ghent\nTue  Turku",
        "| Mara  | Ghent |",
        "```\nkiln  = hot\n```",
        "    kiln  = hot",
        "One.  \nTwo.\t",
        "田中  様",
        "<p>Hi  Mara,&nbsp; good talk.</p>",
    ],
)
def test_what_a_text_needs_is_left(redleaf: Command, text: str) -> None:
    assert redleaf("check", "--fix", stdin=text).out == text


SIGNS = st.sampled_from(
    ["a", "Mara", "hi ", "Hi ", "MARA", "van", "BERG", "  ", " ", "\n", "\t", "\u200b", "\u200d",
     "\u2003", "\u00ad", "\ufeff", "👩", "ش", ".", ",", "|", "-"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=40), st.lists(SIGNS, max_size=25).map("".join)))
@example("hi MA\u200bRA  van\u2003\u200b BERG,  x")
@settings(deadline=None, max_examples=150)
def test_a_fixed_text_has_no_safe_fix_left(text: str) -> None:
    brief = Brief.from_json(BRIEF)
    once = fix(text, brief=brief)
    assert not [f for finding in once.report.findings for f in finding.fixes if f.is_safe]
    assert fix(once.text, brief=brief).text == once.text
    assert letters(once.text) == letters(text)
    assert once.text.count("\n") == text.count("\n")


def letters(text: str) -> str:
    """What a reader sees of it, whatever the case and the space between."""
    return "".join(INVISIBLE.sub("", text).split()).casefold()
