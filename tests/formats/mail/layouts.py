"""Mails of networks as they looked over the years, drawn anew with invented people.

A layout gives the text and the marked-up part, one of them "" where the network sent none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

# What must never be kept.
TOKEN = "AQxSECRETx9"
Layout = Callable[["Asks"], tuple[str, str]]


@dataclass(frozen=True)
class Asks:
    """Who asks, as the mail tells it: `says` is the network's sentence, in its language."""

    name: str
    slug: str
    headline: str
    note: str
    says: str
    yes: str
    see: str
    small: str


def linkedin_2012(asks: Asks) -> tuple[str, str]:
    note = asks.note or "I'd like to add you to my professional network on LinkedIn."
    given = asks.name.split()[0]
    text = (
        f"LinkedIn\n------------\n\n{asks.says}\n\n------------------------------------------\n\n"
        f"{note}\n\n- {given}\n\n{asks.yes} {asks.name}\n"
        f"http://www.linkedin.com/e/{TOKEN}/blk/I4711_7/pmpxnSRJ/eml-comm_invm-b-in_ac-inv28/\n\n"
        f"{asks.see} {asks.name}\n"
        f"http://www.linkedin.com/e/{TOKEN}/blk/I4711_7/3kPnPkV/eml-comm_invm-b-in_vi-inv28/\n\n"
        "------------------------------------------\n\n"
        f"Why might connecting with {asks.name} be a good idea?\n\n"
        f"{asks.name}'s connections could be useful to you:\n\nAfter accepting {asks.name}'s "
        f"invitation, check {asks.name}'s connections to see who else you may know and who you "
        "might want an introduction to. Building these connections can create opportunities in "
        f"the future.\n\n--\n{asks.small}\n"
    )
    return text, ""


def linkedin_2015(asks: Asks) -> tuple[str, str]:
    view = f"https://www.linkedin.com/comm/profile/view?id=AAsAA{TOKEN}&authType=name&trk=eml"
    accept = f"https://www.linkedin.com/comm/people/invite-accept?mboxid=I6&sharedKey={TOKEN}"
    own = f"https://www.linkedin.com/comm/profile/view?id=AAsAB{TOKEN}&trk=eml-header-profile"
    said = asks.note or asks.says
    text = (
        f"{said}\n\n\n{asks.name}\n{asks.headline}\nPorto Area, Portugal\n\n{asks.yes}: {accept}\n"
        f"\n{asks.see}: {view}\n\n\n.....................................\n\n{asks.small}\n"
    )
    html = (
        f"<html><body><table width=100%><tr><td><a href='{own}'><img src='https://static.licdn.com/"
        f"x.png' alt='Ben Okafor'></a></td></tr><tr><td>{said}</td></tr><tr><td><table><tr><td>"
        f"<a href='{view}'><img alt='{asks.name}' src='https://media.licdn.com/{TOKEN}'></a></td>"
        f"<td><a href='{view}'>{asks.name}</a><br>{asks.headline}<br>Porto Area, Portugal</td></tr>"
        f"</table></td></tr><tr><td><a href='{accept}'>{asks.yes}</a></td><td><a href='{view}'>"
        f"{asks.see}</a></td></tr></table><p>{asks.small}</p><img src='https://www.linkedin.com/"
        f"emimp/ip_{TOKEN}.gif'></body></html>"
    )
    return text, html


def linkedin_today(asks: Asks) -> tuple[str, str]:
    """By night, too: conditional comments for Outlook, a preheader, spans within spans."""
    accept = f"https://www.linkedin.com/comm/mynetwork/invite-accept/7/?sharedKey={TOKEN}&midT=x"
    view = f"https://www.linkedin.com/comm/in/{asks.slug}/?midToken={TOKEN}&trk=eml-email_m2m"
    own = f"https://www.linkedin.com/comm/in/ben-okafor/?midToken={TOKEN}"
    quote = f"<tr><td style='padding:8px'><p>&ldquo;{asks.note}&rdquo;</p></td></tr>"
    html = (
        "<!doctype html><html><head><meta name='color-scheme' content='light dark'><style>"
        "@media (prefers-color-scheme: dark){.x{background:#000!important}}</style><!--[if mso]>"
        "<style>td{font-family:Arial}</style><![endif]--></head><body class=x><div style='display:"
        f"none!important;max-height:0'>{asks.says} &#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;</div>"
        f"<table role=presentation><tr><td><a href='https://www.linkedin.com/comm/feed/?t={TOKEN}'>"
        f"<img alt='LinkedIn' src='x'></a></td><td><a href='{own}'><img alt='Ben Okafor' src='y'>"
        f"</a></td></tr><tr><td><h1>{asks.says}</h1></td></tr><tr><td><a href='{view}'><img alt=\""
        f"{asks.name}\" src='https://media.licdn.com/{TOKEN}'></a></td><td><a href='{view}'><span>"
        f"<strong>{asks.name}</strong></span></a><p>{asks.headline}</p><p>Porto</p></td></tr>"
        f"{quote if asks.note else ''}<tr><td><!--[if mso]><v:roundrect href='{accept}'>{asks.yes}"
        f"</v:roundrect><![endif]--><a href='{accept}'><span>{asks.yes}</span></a></td><td>"
        f"<a href='{view}'>{asks.see}</a></td></tr></table><table><tr><td>{asks.small}</td></tr>"
        f"</table><img src='https://www.linkedin.com/emimp/{TOKEN}.gif' width=1></body></html>"
    )
    note = f"“{asks.note}”\n\n" if asks.note else ""
    text = (
        f"{asks.says}\n\n{asks.name}\n{asks.headline}\nPorto\n\n{note}{asks.see}: {view}\n\n"
        f"{asks.yes}: {accept}\n\n----------------------------------------\n\n{asks.small}\n"
    )
    return text, html


def facebook_2012(asks: Asks) -> tuple[str, str]:
    text = (
        f"Hi Ben,\n\n{asks.says}\n\n213 friends - 14 photos - 6 Wall posts\n\n{asks.yes}:\n"
        f"http://www.facebook.com/n/?reqs.php&mid={TOKEN}&bcode=x&n_m=ben%40example.org\n\nThanks,\n"
        f"The Facebook Team\n\n\n=======================================\n{asks.see}:\n"
        f"http://www.facebook.com/n/?find-friends%2F&mid={TOKEN}\n=======================\n"
        f"{asks.small}\nFacebook, Inc., Attention: Department 415, PO Box 10005, Palo Alto, CA\n"
    )
    return text, ""


def facebook_today(asks: Asks) -> tuple[str, str]:
    confirm = f"https://www.facebook.com/n/?confirm_friend_request&id=7&mid={TOKEN}&rms=v2"
    who = f"https://www.facebook.com/n/?{asks.slug}&aref=1&medium=email&mid={TOKEN}"
    html = (
        "<html><head><title>Facebook</title></head><body dir=ltr bgcolor='#fff'><table><tr><td>"
        f"<span style='display:none'>{asks.says}</span></td></tr><tr><td><a href='https://www."
        f"facebook.com/n/?home&mid={TOKEN}'><img src='f'></a></td></tr><tr><td><span>{asks.says}"
        f"</span></td></tr><tr><td><a href='{who}'><img src='z'></a></td><td><a href='{who}'>"
        f"{asks.name}</a></td><td>{asks.headline}</td></tr><tr><td><a href='{confirm}'>{asks.yes}"
        f"</a></td><td><a href='https://www.facebook.com/n/?friends&mid={TOKEN}'>{asks.see}</a></td>"
        f"</tr><tr><td>{asks.small}</td></tr></table><img src='https://www.facebook.com/email_open_"
        f"log_pic.php?mid={TOKEN}'></body></html>"
    )
    return "", html


def xing_2013(asks: Asks) -> tuple[str, str]:
    note = f"Nachricht von {asks.name}:\n{asks.note}\n\n" if asks.note else ""
    text = (
        f"Guten Tag Ben Okafor,\n\n{asks.says}\n\n{asks.name}\n{asks.headline}\n\n{note}{asks.yes}:"
        f"\nhttps://www.xing.com/app/contact?op=confirm;id={TOKEN}\n\n{asks.see}:\n"
        f"https://www.xing.com/profile/{asks.slug}?sc_o={TOKEN}\n\nIhr XING-Team\n\n{asks.small}\n"
    )
    return text, ""


def xing_today(asks: Asks) -> tuple[str, str]:
    view = f"https://www.xing.com/profile/{asks.slug}?sc_o={TOKEN}"
    accept = f"https://www.xing.com/m/{TOKEN}/contact-request/accept"
    quote = f"<tr><td><em>„{asks.note}“</em></td></tr>" if asks.note else ""
    return "", (
        f"<html><body><center><table><tr><td>Hallo Ben,</td></tr><tr><td>{asks.says}</td></tr><tr>"
        f"<td><a href='{view}'><img src='u'></a></td></tr><tr><td><a href='{view}'>{asks.name}</a>"
        f"</td></tr><tr><td>{asks.headline}</td></tr>{quote}<tr><td><a href='{accept}'>{asks.yes}"
        f"</a></td><td><a href='{view}'>{asks.see}</a></td></tr><tr><td>{asks.small}</td></tr>"
        "</table></center></body></html>"
    )


def instagram_today(asks: Asks) -> tuple[str, str]:
    go = f"https://instagram.com/accounts/activity/?utm_source=email&t={TOKEN}"
    who = f"https://instagram.com/{asks.slug}?utm_campaign=follow_request&ndid={TOKEN}"
    return "", (
        f"<html><body><table><tr><td><img src='i' alt='Instagram'></td></tr><tr><td>"
        f"<a href='{who}'><img src='p'></a></td></tr><tr><td><p>{asks.says}</p></td></tr><tr><td>"
        f"<a href='{go}'>{asks.yes}</a></td></tr><tr><td>{asks.small}</td></tr></table></body>"
    )


def meetup_today(asks: Asks) -> tuple[str, str]:
    who = f"https://www.meetup.com/members/{asks.slug}/?rv=e&_xtd={TOKEN}"
    go = f"https://www.meetup.com/register/invite/?token={TOKEN}"
    note = f"{asks.name} wrote: {asks.note}\n\n" if asks.note else ""
    text = f"{asks.says}\n\n{note}{asks.yes}\n{go}\n\n{asks.see}\n{who}\n\n{asks.small}\n"
    html = (
        f"<html><body><p>{asks.says}</p><p>{note}</p><a href='{go}'>{asks.yes}</a> <a href='{who}'>"
        f"{asks.see}</a><p>{asks.small}</p></body></html>"
    )
    return text, html
