"""All that the networks' mails of one source tell: invitations, each once, and who accepted."""

from __future__ import annotations

from collections.abc import Iterable

from redleaf.contacts.contact import Contact
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.invitations import Invitation
from redleaf.contacts.same_invitation import Seen, joined
from redleaf.formats.mail.bodies import Body, BodyError, read_body
from redleaf.formats.mail.forwarded import Forwarded, forwarded_in, is_for
from redleaf.formats.mail.headers import Headers, read_headers
from redleaf.formats.mail.introductions import introduction_in
from redleaf.formats.mail.invitations import Accepted, NetworkMail, read_invitations
from redleaf.formats.mail.services import Service, service_of


class NetworkMails:
    """`mine` are the user's own addresses: what was forwarded has to have been for them."""

    def __init__(self, mine: Iterable[str]) -> None:
        self._mine = frozenset(mine)
        self._invitations: list[Invitation] = []
        self._seen = Seen()
        self._accepted: list[Accepted] = []

    def __bool__(self) -> bool:
        return bool(self._invitations or self._accepted)

    def take(self, service: Service, headers: Headers, body: Body) -> bool:
        """Whether the mail told of an invitation, and nothing else is to be kept of it."""
        return self._hear(_network_mail(service, headers, body))

    def take_introduction(self, mail: bytes) -> None:
        """A person's mail that the user brought by hand, where it is one."""
        found = introduction_in(mail, self._mine)
        if found is not None:
            self._add_invitation(found)

    def add_to(self, found: Harvest) -> None:
        """Put what was told into the harvest."""
        found.invitations = self._invitations
        self._add_accepted(found)

    def take_forwarded(self, headers: Headers, body: Body) -> None:
        """A mail that was passed on stays a letter of who did."""
        outer = next((each.address.casefold() for each in headers.mailboxes(b"from")), "")
        for attached in body.mails:
            inner = read_headers(attached)
            sender = next(iter(inner.mailboxes(b"from")), None)
            service = service_of(sender.address.casefold()) if sender else None
            receivers = [each.address.casefold() for each in inner.mailboxes(b"to")]
            if service and is_for(receivers, outer, self._mine):
                try:
                    self._hear(_network_mail(service, inner, read_body(attached)))
                except BodyError as error:
                    headers.faults.append(str(error))
        for text in (body.text, body.marked_up):
            told = [self._hear_inside(each, headers, outer) for each in forwarded_in(text)]
            if any(told):
                return

    def _hear_inside(self, each: Forwarded, headers: Headers, outer: str) -> bool:
        if each.service is None or not is_for(
            [box.address.casefold() for box in each.receivers], outer, self._mine
        ):
            return False
        mail = NetworkMail(
            service=each.service,
            sender=each.sender.address.casefold(),
            sender_name=each.sender.name,
            subject=each.subject or headers.subject,
            texts=(each.text,),
            receiver=" ".join(box.name for box in each.receivers),
            at=each.at or headers.moment(),
            key=headers.message_id,
        )
        return self._hear(mail)

    def _hear(self, mail: NetworkMail) -> bool:
        found = read_invitations(mail)
        if isinstance(found, Accepted):
            self._accepted.append(found)
            return True
        for each in found:
            self._add_invitation(each)
        return bool(found)

    def _add_invitation(self, found: Invitation) -> None:
        """A network reminds of an invitation: the first mail counts, and the one with the note."""
        known = self._seen.same_as(found)
        if known is None:
            self._invitations.append(found)
            self._seen.add(found)
            return
        one = joined(known, found)
        self._invitations[self._invitations.index(known)] = one
        self._seen.replace(known, one)

    def _add_accepted(self, found: Harvest) -> None:
        """Who accepted is a contact where their profile is named; the others are a remark."""
        nameless = 0
        for each in self._accepted:
            if each.identity is None:
                nameless += 1
                continue
            key = f"{each.identity.network}:{each.identity.value}"
            if all(contact.key != key for contact in found.contacts):
                found.contacts.append(Contact(each.name, key, identities=(each.identity,)))
        if nameless:
            mails = "1 mail tells" if nameless == 1 else f"{nameless:,} mails tell"
            found.remarks.append(f"{mails} of an accepted invitation without naming the profile.")


def _network_mail(service: Service, headers: Headers, body: Body) -> NetworkMail:
    sender = headers.mailboxes(b"from")[0]
    return NetworkMail(
        service=service,
        sender=sender.address.casefold(),
        sender_name=sender.name,
        subject=headers.subject,
        texts=tuple(dict.fromkeys((body.text, body.marked_up))),
        receiver=" ".join(each.name for each in headers.mailboxes(b"to")),
        template=headers.text(b"x-linkedin-template") + headers.text(b"x-linkedin-class"),
        at=headers.moment(),
        key=headers.message_id,
    )
