"""Look at the chosen folders outside the request, stop that, and tell what came of it."""

from __future__ import annotations

import datetime as dt
import threading

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from redleaf.errors import RedleafError
from redleaf.web.contacts.services.importing import ImportStopped
from redleaf.web.incoming.under_way import UnderWay, ask_to_stop, begin_work, done_at
from redleaf.web.keyring_words import keyring_in_language
from redleaf.web.languages import in_this_language
from redleaf.web.mailboxes.accounts import client_for, forget_if_gone, own_addresses, secret_of
from redleaf.web.mailboxes.models import Account
from redleaf.web.mailboxes.services import finish_mail_sync, prepare_mail_sync
from redleaf.web.zone import local_zone

_MOST_TOLD = 3


def begin_look(account: Account, *, today: dt.date, anew: bool = False) -> bool:
    """Look in a thread of its own; False where one looks already, or no folder is chosen."""
    idle = Account.objects.filter(pk=account.pk, is_looking=False).exclude(folders=[])
    if not idle.update(is_looking=True, problem=""):
        return False
    begun = begin_work(account.work)
    fenced = in_this_language(_fenced)
    threading.Thread(target=fenced, args=(account, begun, today, anew), name="mail").start()
    return True


def stop_look(account: Account) -> None:
    """The thread sees it at its next step; nothing of that look comes in."""
    if not ask_to_stop(account.work):
        Account.objects.filter(pk=account.pk).update(is_looking=False)


def done_of(account: Account) -> int:
    """How much of a look is done, in per cent."""
    return done_at(account.work)


def tidy_up() -> None:
    """At the start: nobody looks any more, for the desk was closed."""
    told = gettext_noop("The desk was closed while it looked. Look again.")
    Account.objects.filter(is_looking=True).update(is_looking=False, problem=told)


def _fenced(account: Account, begun: UnderWay, today: dt.date, anew: bool) -> None:
    try:
        _look(account, begun, today, anew)
    except Account.DoesNotExist:
        pass  # it was forgotten before the look began
    except ImportStopped:
        _end(account, problem=gettext("Stopped; nothing of it came in."))
    except RedleafError as error:
        _end(account, problem=keyring_in_language(error))
    except Exception as error:
        # Without this a fault of ours would leave the page waiting for ever.
        told = gettext("Redleaf failed at this mail (%(name)s).")
        _end(account, problem=told % {"name": type(error).__name__})
        raise
    finally:
        begun.end()
        try:
            forget_if_gone(account)
        finally:
            connection.close()


def _look(account: Account, begun: UnderWay, today: dt.date, anew: bool) -> None:
    account.refresh_from_db()  # it may have been changed just before the look began
    owner = account.owner
    with client_for(account, secret_of(account)) as client:
        sync = prepare_mail_sync(
            owner,
            client,
            account.folders,
            user_name=account.user_name,
            options={
                "today": today.isoformat(),
                "mine": own_addresses(owner),
                "zone": local_zone(),
            },
            anew=anew,
            told=begun.part(0.0, 0.7),
        )
    act = finish_mail_sync(owner, sync, told=begun.part(0.7, 1.0), is_cancelled=begun.is_stopped)
    lost = [each.what for each in sync.plan.harvest.losses][:_MOST_TOLD]
    told = " ".join(dict.fromkeys(filter(None, (*sync.faults, *lost))))
    _end(account, problem=told, read=sync.read, act=act, looked_at=timezone.now())


def _end(account: Account, **fields: object) -> None:
    """What a look found is of the account that it looked at, and of no other in its place."""
    Account.objects.filter(
        pk=account.pk, is_looking=True, address=account.address, user_name=account.user_name
    ).update(is_looking=False, **fields)
