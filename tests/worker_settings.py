"""The tests' settings, but with the queue of production: for workers in processes of their own."""

from tests.settings import *  # noqa: F403

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
