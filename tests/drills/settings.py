"""The service as in production on this machine, with passwords that are quick to check: a drill signs many people in."""

from tests.bench.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
