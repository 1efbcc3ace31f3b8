"""Keep a mail account, try it, and forget it; what lets its user in goes through here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from redleaf.web.accounts.models import User
from redleaf.web.incoming.under_way import ask_to_stop
from redleaf.web.mailboxes.client import MailClient
from redleaf.web.mailboxes.faults import MailServerError
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
from redleaf.web.mailboxes.tokens import Renewal, host_of

USUAL_FOLDER = "INBOX"
_TRIAL_SECONDS = 10.0
_TRIAL_WITHIN = 25.0
_SAID = (
    "address", "user_name", "uses_token", "token_address", "client_id", "may_be_unencrypted",
    "listed", "folders",
)  # fmt: skip
_FOUND = ("looked_at", "problem", "read", "act")


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

    return secret_from(account, texts, kept=partial(keep_renewed, account))


def keep_renewed(account: Account, token: str, refresh: str) -> None:
    """Keep a token that was renewed, unless the account was forgotten meanwhile."""
    # The new refresh token first: where the server changed it, the former is over already.
    if refresh:
        keep_secret(account.pk, "refresh", refresh)
    keep_secret(account.pk, "token", token)
    forget_if_gone(account)


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
    with client_for(
        account, secret, tries=1, seconds=_TRIAL_SECONDS, within=_TRIAL_WITHIN
    ) as client:
        found = client.folders()
    return sorted(found, key=lambda name: (name.upper() != USUAL_FOLDER, name.casefold()))


def client_for(
    account: Account,
    secret: Secret,
    *,
    tries: int = 4,
    seconds: float = 30.0,
    within: float = 600.0,
) -> MailClient:
    """Raises MailServerError for an address that is none, or not open to members of a team."""
    client = MailClient(
        account.address,
        account.user_name,
        secret,
        unencrypted=account.may_be_unencrypted,
        tries=tries,
        seconds=seconds,
        within=within,
    )
    refuse_inner_host(client.host)
    if secret.renewal is not None:
        refuse_inner_host(host_of(secret.renewal.address), at="token_address")
    return client


def keep_account(account: Account, texts: Mapping[str, str], listed: Sequence[str]) -> None:
    """Keep what was tried. Raises KeyringError, and MailServerError while a look is under way.

    Then row and keyring are as they were before.
    """
    usual = [each for each in listed if each.upper() == USUAL_FOLDER][:1]
    with secrets_kept(account.pk, texts), transaction.atomic():
        row = Account.objects.filter(pk=account.pk).first()
        former = row.folders if row is not None else account.folders
        account.folders = [each for each in former if each in listed] or usual
        account.listed = list(listed)
        if row is None:
            account.save()
        else:
            _change(account, row)


def refuse_while_looking(account: Account) -> None:
    """Raises MailServerError: what a look reads by is not changed under its hands."""
    if Account.objects.filter(pk=account.pk, is_looking=True).exists():
        raise MailServerError(_("A look at your mail is under way. Stop it, or wait for its end."))


def _change(account: Account, row: Account) -> None:
    """Write what the form says alone: a look may have ended while the server was tried."""
    refuse_while_looking(account)
    names: tuple[str, ...] = _SAID
    if (row.address, row.user_name) != (account.address, account.user_name):
        account.forget_looks()
        names = (*_SAID, *_FOUND)
    Account.objects.filter(pk=account.pk, is_looking=False).update(
        **{name: getattr(account, name) for name in names}
    )


def choose_folders(account: Account, names: Sequence[str]) -> None:
    account.folders = [each for each in account.listed if each in names]
    account.save(update_fields=["folders"])


def forget_account(account: Account) -> None:
    """Take it out of the store and the keyring; what came in stays. Raises KeyringError.

    A look that is under way stops, and clears away after itself.
    """
    ask_to_stop(account.work)
    forget_secrets(account.pk)
    with transaction.atomic():
        _folders_of(account).delete()
        Account.objects.filter(pk=account.pk).delete()


def forget_if_gone(account: Account) -> None:
    """Take out what a thread kept for an account that was forgotten under its hands."""
    if Account.objects.filter(pk=account.pk).exists():
        return
    forget_secrets(account.pk)
    others = Account.objects.filter(
        owner_id=account.owner_id, address=account.address, user_name=account.user_name
    )
    if not others.exists():
        _folders_of(account).delete()


def _folders_of(account: Account) -> QuerySet[Folder]:
    return Folder.objects.filter(
        owner_id=account.owner_id, address=account.address, user_name=account.user_name
    )
