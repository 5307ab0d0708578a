"""Every setting of the project. Each knob is an environment variable, and the README's table names them all."""


import sys
from pathlib import Path
from urllib.parse import urlsplit

from environs import Env, EnvError, EnvValidationError

from newsroom.secret import SecretRefused, kept_secret, read_secret

BASE_DIR = Path(__file__).resolve().parent.parent
RELEASE = "0.1.0"

env = Env(eager=False)

DATA_DIR: Path = Path(env.str("NEWSROOM_DATA_DIR", "") or BASE_DIR / "var").absolute()
DEBUG: bool = env.bool("DEBUG", False)
HTTPS: bool = env.bool("NEWSROOM_HTTPS", False)
TRUST_PROXY: bool = env.bool("NEWSROOM_TRUST_PROXY", False)
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])
ARCHIVE_NAME: str = env.str("NEWSROOM_NAME", "Newsroom")
ARCHIVE_URL: str = env.str("NEWSROOM_URL", "")
SQLITE_SYNCHRONOUS: str = env.str("NEWSROOM_SQLITE_SYNCHRONOUS", "FULL")
STATEMENT_TIMEOUT: int = env.int("NEWSROOM_STATEMENT_TIMEOUT", 5000)
INDEX_CHECK_SECONDS: float = env.float("NEWSROOM_INDEX_CHECK_SECONDS", 1.0)
LOG_LEVEL: str = env.str("NEWSROOM_LOG_LEVEL", "WARNING")
TIME_ZONE: str = env.str("TIME_ZONE", "UTC")

secret_key: str = env.str("SECRET_KEY", "")
secret_key_file: str = env.str("SECRET_KEY_FILE", "")
database_url: str = env.str("DATABASE_URL", "")
database: dict = env.dj_db_url("DATABASE_URL", f"sqlite:///{DATA_DIR / 'newsroom.sqlite3'}")  # type: ignore[assignment]


def stop(message: str) -> None:
    """End the start with one clear line."""
    sys.exit(f"newsroom: {message}")


def secret() -> str:
    """Return the secret key from the environment, the file it names, or the data folder."""
    if secret_key and secret_key_file:
        stop("SECRET_KEY and SECRET_KEY_FILE are both set: keep one")
    if secret_key:
        return secret_key
    try:
        return read_secret(Path(secret_key_file)) if secret_key_file else kept_secret(DATA_DIR / "secret-key")
    except (OSError, SecretRefused) as refusal:
        stop(str(refusal))
        raise


def sqlite_options() -> dict[str, object]:
    """Return the options that make SQLite wait for its turn and keep every acknowledged write."""
    pragmas = (
        f"journal_mode=WAL; synchronous={SQLITE_SYNCHRONOUS}; foreign_keys=ON; recursive_triggers=ON; temp_store=MEMORY; "
        "mmap_size=134217728; journal_size_limit=67108864; cache_size=-20000"
    )
    statements = "; ".join(f"PRAGMA {pragma.strip()}" for pragma in pragmas.split(";"))
    return {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": statements}


def postgresql_options() -> dict[str, object]:
    """Return the options that bound how long a connection, a lock and a statement may take."""
    timeouts = {
        "statement_timeout": STATEMENT_TIMEOUT,
        "lock_timeout": 2000,
        "idle_in_transaction_session_timeout": 15000,
    }
    return {
        "connect_timeout": 3,
        "target_session_attrs": "read-write",
        "options": " ".join(f"-c {name}={milliseconds}" for name, milliseconds in timeouts.items()),
    }


try:
    env.seal()
except (EnvError, EnvValidationError) as problem:
    stop(f"these settings can't be used: {problem}")
if SQLITE_SYNCHRONOUS not in ("FULL", "NORMAL", "EXTRA"):
    stop(f"NEWSROOM_SQLITE_SYNCHRONOUS is {SQLITE_SYNCHRONOUS!r}: it must be FULL, NORMAL or EXTRA")
if LOG_LEVEL not in ("DEBUG", "INFO", "WARNING", "ERROR"):
    stop(f"NEWSROOM_LOG_LEVEL is {LOG_LEVEL!r}: it must be DEBUG, INFO, WARNING or ERROR")
if "*" in ALLOWED_HOSTS and not DEBUG:
    stop("ALLOWED_HOSTS is *, which answers to any name: name the hosts this archive is served under")
if ARCHIVE_URL and urlsplit(ARCHIVE_URL).scheme not in ("http", "https"):
    stop(f"NEWSROOM_URL is {ARCHIVE_URL!r}: it must start with http:// or https://")

SECRET_KEY = secret()
SILENCED_SYSTEM_CHECKS: list[str] = []

ENGINE = database["ENGINE"]
if ENGINE == "django.db.backends.sqlite3":
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    database["OPTIONS"] = sqlite_options() | database.get("OPTIONS", {})
elif ENGINE == "django.db.backends.postgresql":
    database["OPTIONS"] = postgresql_options() | database.get("OPTIONS", {})
    database |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
else:
    stop("DATABASE_URL must name sqlite:///… or postgres://…")
DATABASES = {"default": database}
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
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUST_PROXY else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
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

