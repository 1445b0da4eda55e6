"""Django settings. What differs between a laptop and a server comes from the environment:

``CAHIER_HOME`` (folder of everything kept), ``CAHIER_POSTGRES`` (a libpq connection string; without it the
embedded SQLite file is used), ``CAHIER_HOSTS`` (host names behind HTTPS; without it only this machine).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from cahier.home import database_path, secret_key

HERE = Path(__file__).resolve().parent

SECRET_KEY = secret_key()
DEBUG = False
HOSTS = [name for name in os.environ.get("CAHIER_HOSTS", "").split(",") if name]
ALLOWED_HOSTS = [*HOSTS, "127.0.0.1", "localhost", "[::1]", "testserver"]

FEATURES = [
    "journal",
    "access",
    "jobs",
    "surfaces",
    "guide",
    "registry",
    "governance",
    "money",
    "markets",
    "supply",
    "settlement",
    "learning",
    "advocacy",
    "indicators",
    "assessment",
    "programme",
]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    *(f"cahier.{feature}" for feature in FEATURES),
    "cahier.web",
    "cahier",
]

MIDDLEWARE = [
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "cahier.web.security.headers_middleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cahier.web.pin.pin_middleware",
    "cahier.web.actors.actor_middleware",
]

ROOT_URLCONF = "cahier.urls"
WSGI_APPLICATION = "cahier.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "cahier.web.context.shell",
            ],
        },
    }
]

_SQLITE: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": str(database_path()),
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",  # a transaction that reads first cannot upgrade under load
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;"
            "PRAGMA mmap_size=268435456; PRAGMA cache_size=-65536; PRAGMA journal_size_limit=67108864;"
        ),
    },
}
_POSTGRES: dict[str, Any] = {
    "ENGINE": "django.db.backends.postgresql",
    "OPTIONS": {"conninfo": os.environ.get("CAHIER_POSTGRES", "")},
}
DATABASES: dict[str, dict[str, Any]] = {
    "default": _POSTGRES if os.environ.get("CAHIER_POSTGRES") else _SQLITE
}
CAHIER_JOBS = "cahier.jobs.queue.QueuedJobs"

DATABASE_ROUTERS = ["cahier.journal.scope.Router"]

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

CAHIER_ACTOR = "cahier.web.actors.local_owner"
CAHIER_PIN = ""  # set while phones in the room may come in (see web.server)
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French")), ("es", _("Spanish"))]
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = bool(HOSTS)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_TRUSTED_ORIGINS = [f"https://{name}" for name in HOSTS]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
SILENCED_SYSTEM_CHECKS = ["models.W042"]
