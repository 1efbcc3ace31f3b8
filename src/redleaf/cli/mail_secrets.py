"""Where `redleaf sync` finds what lets somebody into their mail."""

from __future__ import annotations

import os
from pathlib import Path

import click

from redleaf.cli.token_file import secret_in_file
from redleaf.web.accounts.models import User
from redleaf.web.mailboxes.accounts import account_of, secret_of
from redleaf.web.mailboxes.client import shown_address
from redleaf.web.mailboxes.secrets import VARIABLE, Secret


def mail_secret(
    owner: User, address: str, user_name: str, *, is_token: bool, token_file: Path | None
) -> Secret:
    """From the file, the environment, or the account that the desk keeps; else it is asked for."""
    if token_file is not None:
        return secret_in_file(token_file)
    if said := os.environ.get(VARIABLE):
        return Secret(said, is_token=is_token)
    account = account_of(owner)
    if account and (account.address, account.user_name) == (shown_address(address), user_name):
        return secret_of(account)
    what = "Token" if is_token else "Password"
    return Secret(asked_secret(what, user_name), is_token=is_token)


def asked_secret(what: str, user_name: str) -> str:
    secret: str = click.prompt(f"{what} of {user_name}", hide_input=True, err=True)
    return secret
