"""Django's settings for a team's server: accounts, HTTPS, limits. docs/self-hosting.md tells them.

Without REDLEAF_HOSTS only this machine is answered, over plain HTTP too: to try it out.
"""

from __future__ import annotations

import os
from typing import Any

from redleaf.web.proxies import networks_in
from redleaf.web.settings import *  # noqa: F403 -- one desk: what is not said here stays as it is
from redleaf.web.settings import ALLOWED_HOSTS as LOOPBACK_HOSTS
from redleaf.web.settings import INSTALLED_APPS as LOCAL_APPS
from redleaf.web.settings import MIDDLEWARE as LOCAL_MIDDLEWARE


def _listed(name: str) -> list[str]:
    return [each.strip() for each in os.environ.get(name, "").split(",") if each.strip()]


def _is_on(name: str, *, usually: bool) -> bool:
    said = os.environ.get(name, "").casefold()
    return said in ("1", "yes", "on", "true") if said else usually


TEAM = True
ACCOUNT_URLS = "redleaf.web.accounts.members.urls"

HOSTS = _listed("REDLEAF_HOSTS")
ALLOWED_HOSTS = HOSTS or LOOPBACK_HOSTS
# The answer of somebody who tries it out on the server itself needs no certificate.
IS_TRIED_OUT = not HOSTS
MAIL_SERVERS = [each.casefold() for each in _listed("REDLEAF_MAIL_SERVERS")]
PROXIES = networks_in(_listed("REDLEAF_PROXIES"))

INSTALLED_APPS = [
    *LOCAL_APPS,
    "redleaf.web.teams",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

_BEFORE = {
    "django.middleware.security.SecurityMiddleware": ["redleaf.web.proxies.NamedProxies"],
    "redleaf.web.guards.ContentPolicy": ["redleaf.web.proxies.PlainAtTheMachine"],
    "redleaf.web.guards.WrongMethod": [
        "allauth.account.middleware.AccountMiddleware",
        "redleaf.web.accounts.members.limits.StrangersLimit",
    ],
}
_INSTEAD = {"redleaf.web.guards.OwnerOnly": "redleaf.web.guards.MembersOnly"}
MIDDLEWARE = [
    each for name in LOCAL_MIDDLEWARE for each in (*_BEFORE.get(name, ()), _INSTEAD.get(name, name))
]

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "redleaf.web.accounts.members.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_HONEYPOT_FIELD = "website"
ACCOUNT_FORMS = {
    "signup": "redleaf.web.accounts.members.forms.JoinForm",
    "login": "redleaf.web.accounts.members.forms.LogInForm",
    "reset_password": "redleaf.web.accounts.members.forms.ForgottenForm",
    "reset_password_from_key": "redleaf.web.accounts.members.forms.NewPasswordForm",
    "change_password": "redleaf.web.accounts.members.forms.ChangePasswordForm",
    "add_email": "redleaf.web.accounts.members.forms.ChangeAddressForm",
    "reauthenticate": "redleaf.web.accounts.members.forms.AgainForm",
}
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
# Changed by the tests alone: a server keeps what allauth gives.
ACCOUNT_RATE_LIMITS: dict[str, Any] = {}
STRANGERS_RATE = "120/m/ip"

MFA_ADAPTER = "redleaf.web.accounts.members.adapter.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Redleaf"
MFA_ALLOW_UNVERIFIED_EMAIL = not os.environ.get("EMAIL_HOST")
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = IS_TRIED_OUT

AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "redleaf.web.accounts.passwords.Conditions"},
    {"NAME": "redleaf.web.accounts.passwords.NotCommon"},
    {"NAME": "redleaf.web.accounts.passwords.NotAboutOneself"},
]
# "long" asks for 15 characters of any kind in place of 8 with a number and both cases.
PASSWORDS = os.environ.get("REDLEAF_PASSWORDS", "mixed")

# Letters of the accounts. Without a server for them addresses are taken as they are written.
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_SSL = _is_on("EMAIL_USE_SSL", usually=False)
EMAIL_USE_TLS = _is_on("EMAIL_USE_TLS", usually=not EMAIL_USE_SSL)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL") or EMAIL_HOST_USER or "redleaf@localhost"
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if EMAIL_HOST else "none"

# A table, so that several processes count together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "redleaf_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

SESSION_COOKIE_NAME = "redleaf"
SESSION_COOKIE_SECURE = True
# A link in a letter comes from another site: with Strict it would look like a stranger's visit.
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = True
# Asked from within a container, by its own address.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SILENCED_SYSTEM_CHECKS = []
