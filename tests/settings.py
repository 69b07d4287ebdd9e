"""The service's own settings, made quick enough to test with. Everything else is as in development."""

import os

os.environ["DEBUG"] = "true"
os.environ.setdefault("LOG_LEVEL", "WARNING")

from svduty.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A task is done where it is asked for, unless a test starts workers.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMBEDDED_WORKER = False
