"""Django's settings for the desk on one's own machine. Reading them writes nothing."""

from __future__ import annotations

import os
from pathlib import Path

import redleaf
from redleaf.web.database import database
from redleaf.web.home import Home
from redleaf.web.zone import local_zone

HOME = Home.from_environment()
PORT = os.environ.get("REDLEAF_PORT", "")
# Proven by /healthz, so that a second start knows its own desk from a stranger on the same port.
INSTANCE = os.environ.get("REDLEAF_INSTANCE", "")

# A team's server has settings of its own (team_settings.py), which begin with these.
TEAM = False
ACCOUNT_URLS = "redleaf.web.accounts.urls"

DEBUG = False
SECRET_KEY = HOME.secret()
# The Host header is checked against these: a page elsewhere cannot reach the desk by renaming it.
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "redleaf.web.accounts",
    "redleaf.web.addressbooks",
    "redleaf.web.api",
    "redleaf.web.contacts",
    "redleaf.web.desk",
    "redleaf.web.door",
    "redleaf.web.inbox",
    "redleaf.web.incoming",
    "redleaf.web.insights",
    "redleaf.web.mailboxes",
    "redleaf.web.stack",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "redleaf.web.guards.ContentPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "redleaf.web.languages.Language",
    "redleaf.web.guards.BodyLimit",
    "redleaf.web.guards.OwnerOnly",
    "redleaf.web.guards.WrongMethod",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "redleaf.web.urls"
WSGI_APPLICATION = "redleaf.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "redleaf.web.asking.mode",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.l10n",
                "django.templatetags.static",
                "redleaf.web.desk.templatetags.leaf",
                "redleaf.web.desk.templatetags.script_words",
            ],
        },
    }
]

DATABASES = {"default": database(HOME.database)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"

# Cookies are shared by all ports of one machine; the port in the name keeps two desks apart.
SESSION_COOKIE_NAME = f"redleaf_{PORT}" if PORT else "redleaf"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "redleaf.web.accounts.views.stale_form"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS = [
    # Loopback is plain HTTP: there is no certificate for 127.0.0.1 that a browser would take.
    "security.W004",  # HSTS
    "security.W008",  # redirect to HTTPS
    "security.W012",  # session cookie over HTTPS only
]

STATIC_URL = "static/"
STATIC_ROOT = HOME.static
# The audit draws its own report and brings the style of it.
STATICFILES_DIRS = [("audit", Path(redleaf.__file__).parent / "audit" / "html")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

UPLOAD_LIMIT_BYTES = 100 * 1024 * 1024
# Before the home is made there is nothing to serve and nowhere to put an upload.
FILE_UPLOAD_TEMP_DIR = HOME.uploads if HOME.uploads.is_dir() else None
FILE_UPLOAD_PERMISSIONS = 0o600
# A note is short; a page of pasted text is not. Uploads have their own limit above.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

LANGUAGE_CODE = "en"
# Each by its own name, so that whoever cannot read the page finds theirs.
LANGUAGES = [("en", "English"), ("de", "Deutsch"), ("fr", "Français"), ("es", "Español")]
USE_I18N = True
LOCALE_PATHS = [Path(__file__).parent / "locale"]
TIME_ZONE = local_zone()
USE_TZ = True

# Nothing of a note, a name or an address is logged: errors name the place in the code only.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "redleaf desk: %(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "plain"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "redleaf": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        # Turned away with a page of its own; any site could fill the owner's window with these.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
    },
}
