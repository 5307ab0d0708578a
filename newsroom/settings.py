"""Every setting of the project. Each knob is an environment variable, and the README's table names them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

from environs import Env, EnvValidationError, ValidationError, validate

from articles.fetching.allowed import NoPlace, allowed_places
from newsroom.databases import DatabaseRefused, database
from newsroom.secret import SecretRefused, found_secret

BASE_DIR = Path(__file__).resolve().parent.parent
RELEASE = "0.1.0"


def is_time_zone(name: str) -> None:
    """Raise ValidationError if there is no such time zone."""
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError) as problem:
        raise ValidationError("Must be a time zone like UTC or America/New_York.") from problem


env = Env(eager=False)

DATA_DIR: Path = Path(env.str("NEWSROOM_DATA_DIR", "") or BASE_DIR / "var").absolute()
DEBUG: bool = env.bool("DEBUG", False)
HTTPS: bool = env.bool("NEWSROOM_HTTPS", False)
TRUST_PROXY: bool = env.bool("NEWSROOM_TRUST_PROXY", False)
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"], str.strip)
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [], str.strip)
ARCHIVE_NAME: str = env.str("NEWSROOM_NAME", "Newsroom")
ARCHIVE_URL: str = env.str("NEWSROOM_URL", "")
FETCH_ALLOW: list[str] = env.list("NEWSROOM_FETCH_ALLOW", [], str.strip)
SQLITE_SYNCHRONOUS: str = env.str(
    "NEWSROOM_SQLITE_SYNCHRONOUS", "FULL", validate=validate.OneOf(("FULL", "NORMAL", "EXTRA"))
)
STATEMENT_TIMEOUT: int = env.int("NEWSROOM_STATEMENT_TIMEOUT", 5000, validate=validate.Range(min=0))
INDEX_CHECK_SECONDS: float = env.float("NEWSROOM_INDEX_CHECK_SECONDS", 1.0, validate=validate.Range(min=0))
LOG_LEVEL: str = env.str(
    "NEWSROOM_LOG_LEVEL", "WARNING", validate=validate.OneOf(("DEBUG", "INFO", "WARNING", "ERROR"))
)
TIME_ZONE: str = env.str("TIME_ZONE", "UTC", validate=is_time_zone)

secret_key: str = env.str("SECRET_KEY", "")
secret_key_file: str = env.str("SECRET_KEY_FILE", "")
database_url: str = env.str("DATABASE_URL", "")


def wrong_values() -> Iterator[str]:
    """Yield what can't be read in the environment, all of it."""
    try:
        env.seal()
    except EnvValidationError as refusal:
        for name, messages in cast(dict[str, list[str]], refusal.error_messages).items():
            yield f"{name} can't be used: {' '.join(messages)}"


def contradictions() -> Iterator[str]:
    """Yield the settings that make no sense, alone or together."""
    if "*" in ALLOWED_HOSTS and not DEBUG:
        yield "ALLOWED_HOSTS is *, which answers to any name: name the hosts this archive is served under"
    if not any(ALLOWED_HOSTS):
        yield "ALLOWED_HOSTS is empty: name the hosts this archive is served under"
    if not all(origin.startswith(("http://", "https://")) for origin in CSRF_TRUSTED_ORIGINS):
        yield "CSRF_TRUSTED_ORIGINS must start with http:// or https://, each of them"
    if ARCHIVE_URL and not ARCHIVE_URL.startswith(("http://", "https://")):
        yield f"NEWSROOM_URL is {ARCHIVE_URL!r}: it must start with http:// or https://"
    elif ARCHIVE_URL and ARCHIVE_URL.startswith("https://") != HTTPS:
        yield f"NEWSROOM_URL is {ARCHIVE_URL!r} but NEWSROOM_HTTPS is {HTTPS}: they must agree"
    if not ARCHIVE_NAME.strip():
        yield "NEWSROOM_NAME is empty: leave it unset, or name the archive"
    try:
        allowed_places(FETCH_ALLOW)
    except NoPlace as problem:
        yield f"NEWSROOM_FETCH_ALLOW can't be used: {problem}"
    if DEBUG and HTTPS:
        yield "DEBUG and NEWSROOM_HTTPS are both on: an archive that is served shows its inside to nobody"
    if secret_key and secret_key_file:
        yield "SECRET_KEY and SECRET_KEY_FILE are both set: keep one"


problems = [*wrong_values(), *contradictions()]
try:
    DATABASES = {
        "default": database(
            database_url,
            file=DATA_DIR / "newsroom.sqlite3",
            synchronous=SQLITE_SYNCHRONOUS,
            statement_timeout=STATEMENT_TIMEOUT,
        )
    }
except DatabaseRefused as problem:
    problems.append(str(problem))
if problems:
    sys.exit("\n".join(f"newsroom: {problem}" for problem in problems))
try:
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    SECRET_KEY = found_secret(secret_key, secret_key_file, DATA_DIR)
except (SecretRefused, OSError) as problem:
    sys.exit(f"newsroom: {problem}")

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INDEX_DIR = DATA_DIR / "index"
MEDIA_ROOT = DATA_DIR / "media"
STATIC_ROOT = DATA_DIR / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_INDEX_FILE = False
WHITENOISE_ALLOW_ALL_ORIGINS = False

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "taggit",
    "articles",
]
MIDDLEWARE = [
    "articles.middleware.Headers",
    "articles.middleware.InputGuard",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "articles.middleware.FollowChanges",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORMS_URLFIELD_ASSUME_HTTPS = True
TAGGIT_CASE_INSENSITIVE = True

LANGUAGE_CODE = "en-us"
USE_I18N = False
USE_TZ = True

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
# what watches the archive asks the process itself, not the proxy that speaks HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUST_PROXY else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "articles.views.errors.csrf_failure"
SESSION_COOKIE_AGE = 12 * 60 * 60
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {"django": {"handlers": [], "level": LOG_LEVEL, "propagate": True}},
}
