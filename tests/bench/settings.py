"""The service as in production, but on plain HTTP and this machine alone."""

import os

os.environ |= {"DEBUG": "false", "ALLOWED_HOSTS": "127.0.0.1", "SITE_URL": "https://127.0.0.1", "SECURE_SSL_REDIRECT": "false"}
os.environ.setdefault("SECRET_KEY", "only-for-a-service-that-lives-as-long-as-one-measurement")
os.environ.setdefault("LOG_LEVEL", "ERROR")

from svduty.settings import *  # noqa: F403
from svduty.settings import MIDDLEWARE, env

ROOT_URLCONF = "tests.bench.urls"
MIDDLEWARE = ["tests.bench.counting.CountQueries", *MIDDLEWARE]
DATABASE_PATIENCE_SECONDS = env.float("PATIENCE", default=10)
