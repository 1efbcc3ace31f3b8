"""Keep a mail account, try it, and forget it; what lets its user in goes through here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from django.db import transaction

from redleaf.web.accounts.models import User
from redleaf.web.incoming.under_way import ask_to_stop
from redleaf.web.mailboxes.client import MailClient
from redleaf.web.mailboxes.hosts import refuse_inner_host
from redleaf.web.mailboxes.models import Account, Folder
from redleaf.web.mailboxes.secrets import (
    Kept,
    Secret,
    forget_secrets,
    keep_secret,
    kept_secret,
    secrets_kept,
)
from redleaf.web.mailboxes.tokens import Renewal

USUAL_FOLDER = "INBOX"
_TRIAL_SECONDS = 10.0


def account_of(owner: User) -> Account | None:
    return Account.objects.filter(owner=owner).first()


def own_addresses(owner: User) -> list[str]:
    """The user's addresses of mail, as far as they told them."""
    account = account_of(owner)
    told = (owner.email, account.user_name if account else "")
    return [each for each in dict.fromkeys(told) if "@" in each]


def secret_of(account: Account) -> Secret:
    """What lets its user in, from the keyring. Raises KeyringError."""
    if not account.uses_token:
        return Secret(kept_secret(account.pk, "password"))
    texts = {kind: kept_secret(account.pk, kind) for kind in ("token", "refresh", "client")}

    def keep(token: str, refresh: str) -> None:
        # The new refresh token first: where the server changed it, the former is over already.
        if refresh:
            keep_secret(account.pk, "refresh", refresh)
        keep_secret(account.pk, "token", token)

    return secret_from(account, texts, kept=keep)


def secret_from(account: Account, texts: Mapping[str, str], *, kept: Kept | None = None) -> Secret:
    """What lets a user in who has just typed it; `texts` by the kinds of the keyring."""
    if not account.uses_token:
        return Secret(texts.get("password", ""))
    renewal = None
    if account.token_address:
        renewal = Renewal(
            account.token_address,
            account.client_id,
            texts.get("refresh", ""),
            texts.get("client", ""),
        )
    return Secret(texts.get("token", ""), is_token=True, renewal=renewal, kept=kept)


def try_account(account: Account, secret: Secret) -> list[str]:
    """The folders that the server names now, INBOX first.

    Raises MailServerError, soon and not patiently: somebody waits for the page.
    """
    with client_for(account, secret, tries=1, seconds=_TRIAL_SECONDS) as client:
        found = client.folders()
    return sorted(found, key=lambda name: (name.upper() != USUAL_FOLDER, name.casefold()))


def client_for(
    account: Account, secret: Secret, *, tries: int = 4, seconds: float = 30.0
) -> MailClient:
    """Raises MailServerError for an address that is none, or not open to members of a team."""
    client = MailClient(
        account.address,
        account.user_name,
        secret,
        unencrypted=account.may_be_unencrypted,
        tries=tries,
        seconds=seconds,
    )
    refuse_inner_host(client.host)
    if secret.renewal is not None:
        host = urlsplit(secret.renewal.address).hostname or ""
        refuse_inner_host(host, at="token_address")
    return client


def keep_account(account: Account, texts: Mapping[str, str], listed: Sequence[str]) -> None:
    """Keep what was tried. Raises KeyringError; then row and keyring are as they were before."""
    chosen = [each for each in account.folders if each in listed]
    usual = [each for each in listed if each.upper() == USUAL_FOLDER][:1]
    account.listed, account.folders = list(listed), chosen or usual
    with secrets_kept(account.pk, texts), transaction.atomic():
        account.save()


def choose_folders(account: Account, names: Sequence[str]) -> None:
    account.folders = [each for each in account.listed if each in names]
    account.save(update_fields=["folders"])


def forget_account(account: Account) -> None:
    """Take it out of the store and the keyring; what came in stays. Raises KeyringError."""
    ask_to_stop(account.work)
    forget_secrets(account.pk)
    with transaction.atomic():
        Folder.objects.filter(
            owner=account.owner, address=account.address, user_name=account.user_name
        ).delete()
        account.delete()
