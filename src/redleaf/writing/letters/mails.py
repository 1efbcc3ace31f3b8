"""The mail that goes with an invitation: it says so, and has room for what that has not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from redleaf.writing.drafts import Draft
from redleaf.writing.letters.subjects import with_subjects
from redleaf.writing.setting import Setting

# What is chosen for a setting, the best first.
Choose = Callable[[Setting], tuple[Draft, ...]]


def mail_beside(setting: Setting, choose: Choose, *, seed: int, comes_first: bool) -> Draft | None:
    """One mail for the facts of `setting`, an invitation's; None where no good one comes out.

    `comes_first` when the invitation is to follow it. The mail names the network, claims nothing
    else that the invitation would not, and ends in a signature.
    """
    more = "ahead" if comes_first else "beside"
    plans = tuple(name if name == "repair" else f"{name} + {more}" for name in setting.plans)
    letter = replace(
        setting,
        brief=replace(setting.brief, network="email", limit=None),
        medium="letter",
        network="email",
        limit=None,
        plans=plans,
    )
    mails = with_subjects(choose(letter)[:1], letter, seed)
    return mails[0] if mails else None
