"""All settings, read from the environment. Each variable stands in the README's table."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = BASE_DIR / ".dev"

env = environ.Env()

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="for-development-only" if DEBUG else "")
# Earlier keys: what they signed or sealed can still be opened.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"] if DEBUG else [])
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000" if DEBUG else "")
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL.startswith("https://") else []

INSTALLED_APPS = [
    "svduty",
    "partnerships.apps.PartnershipsConfig",
    "strategies.apps.StrategiesConfig",
    "compliance.apps.ComplianceConfig",
    "svduty.tasks.apps.TasksConfig",
    "crispy_forms",
    "csp",
    "django_tasks",
    "django_tasks_db",
    # Of allauth we use the second factors and the exchange with an identity provider; its pages are not mounted.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "partnerships.access.middleware.SignedInMiddleware",
    "partnerships.access.middleware.PartnershipMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "svduty.urls"
WSGI_APPLICATION = "svduty.wsgi.application"

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
                "partnerships.access.context.frame",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "svduty.jinja_env.environment"},
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ["svd"]
CRISPY_TEMPLATE_PACK = "svd"

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'svduty.sqlite3'}")}
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=600)
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"].setdefault("OPTIONS", {})["connect_timeout"] = 2
DATABASE_PATIENCE_SECONDS = 10

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# A server process runs waiting tasks beside its requests; without it, start `manage.py run_tasks`.
EMBEDDED_WORKER = env.bool("EMBEDDED_WORKER", default=DATABASES["default"]["ENGINE"].endswith("sqlite3"))

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 1000}}}

AUTH_USER_MODEL = "partnerships.User"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign_in"
SIGNED_IN_HOURS = env.int("SESSION_HOURS", default=12)
IDLE_MINUTES = env.int("IDLE_MINUTES", default=30)
SESSION_ENGINE = "partnerships.models.session"
# The session is kept for some days after the sign-in is over and opens nothing by then: it keeps what a page left open sends.
SESSION_COOKIE_AGE = (SIGNED_IN_HOURS + 3 * 24) * 3600
# Wrong tries are counted by client address: behind a balancer that is the last one it names in X-Forwarded-For.
BEHIND_TLS_PROXY = env.bool("BEHIND_TLS_PROXY", default=False)
# Whether coordinators, administrators and overseers must have a second factor.
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=False)
MFA_ADAPTER = "partnerships.access.second_factor_secrets.SealedSecrets"
SOCIALACCOUNT_ADAPTER = "partnerships.access.single_sign_on.OnlyTheProvider"
MFA_TOTP_ISSUER = "Serious Violence Duty"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
# Single sign-on with one OpenID Connect provider; off without its address.
OIDC_SERVER_URL = env.str("OIDC_SERVER_URL", default="").rstrip("/")
OIDC_CLIENT_ID = env.str("OIDC_CLIENT_ID", default="")
OIDC_CLIENT_SECRET = env.str("OIDC_CLIENT_SECRET", default="")
OIDC_NAME = env.str("OIDC_NAME", default="your organisation's account")
OIDC_COUNTS_AS_SECOND_FACTOR = env.bool("OIDC_COUNTS_AS_SECOND_FACTOR", default=True)
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(DATA_DIR / "static"))
STATICFILES_DIRS = [BASE_DIR / "static", DATA_DIR / "build"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(DATA_DIR / "media"))
FILE_SIZE_LIMIT = env.int("FILE_SIZE_LIMIT_MB", default=25) * 1024 * 1024
# What the process that sets one document in type may take.
PDF_MEMORY_MB = env.int("PDF_MEMORY_MB", default=768)
PDF_SECONDS = env.int("PDF_SECONDS", default=180)
PDF_SIZE_MB = env.int("PDF_SIZE_MB", default=25)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_PERMISSIONS = 0o600

# In production nothing is printed: a mail may hold a personal link. Until EMAIL_URL is set it waits for a mail server here.
vars().update(env.email_url("EMAIL_URL", default="consolemail://" if DEBUG else "smtp://localhost:25"))
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="serious-violence-duty@localhost")

# Where strategies are sent, unless the form says otherwise (Home Office, 16 December 2022).
HOME_OFFICE_ADDRESS = env.str("HOME_OFFICE_ADDRESS", default="seriousviolenceduty@homeoffice.gov.uk")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "partnerships.access.unsaved.csrf_failure"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"links": {"()": "svduty.hidden_links.HideLinks"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["links"]}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    # They tell each step of each PDF and of each task; we tell of both what matters.
    "loggers": {name: {"level": "WARNING"} for name in ("weasyprint", "fontTools", "pikepdf", "django_tasks", "django_tasks_db")},
}

if not DEBUG:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^livez$"]
    SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=365 * 24 * 3600)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    if BEHIND_TLS_PROXY:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    unsafe = {
        "SECRET_KEY": len(SECRET_KEY) < 50 and "must be a random text of at least 50 characters",
        "ALLOWED_HOSTS": (not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS) and "must name the hosts we answer to, without *",
        "SITE_URL": not SITE_URL.startswith("https://") and "must be the public address, beginning https://",
        "OIDC_SERVER_URL": OIDC_SERVER_URL and not OIDC_SERVER_URL.startswith("https://") and "must begin https://",
        "OIDC_CLIENT_ID": OIDC_SERVER_URL and not OIDC_CLIENT_ID and "must be given with OIDC_SERVER_URL",
    }
    if problems := [f"{name} {problem}" for name, problem in unsafe.items() if problem]:
        raise ImproperlyConfigured("Unsafe settings for production: " + "; ".join(problems) + ".")
