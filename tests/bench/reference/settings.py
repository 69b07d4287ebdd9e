"""What every Django project begins with, and no more. Whoever has signed in to the service is signed in here too."""

from tests.bench.settings import ALLOWED_HOSTS, DATABASES, SECRET_KEY, SESSION_COOKIE_NAME, SESSION_ENGINE

__all__ = ["ALLOWED_HOSTS", "SECRET_KEY", "SESSION_COOKIE_NAME", "SESSION_ENGINE"]

DATABASES = {"default": DATABASES["default"] | {"CONN_HEALTH_CHECKS": False}}
ROOT_URLCONF = "tests.bench.reference.urls"
AUTH_USER_MODEL = "partnerships.User"
INSTALLED_APPS = [
    "tests.bench.reference.people.PeopleConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "tests.bench.reference",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
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
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Europe/London"
LOGGING = {"version": 1, "disable_existing_loggers": False, "root": {"level": "ERROR"}}
