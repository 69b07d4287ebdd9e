"""The process that serves looks seldom for objects that only refer to each other: each look halts what it is doing."""

import os
import subprocess
import sys

import pytest


@pytest.mark.one_database
def test_the_serving_process_sets_its_loaded_objects_aside_and_looks_seldom() -> None:
    program = "import gc, svduty.wsgi; print(gc.get_threshold()[0], gc.get_freeze_count() > 50_000)"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.worker_settings", "DATABASE_URL": "sqlite://"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["50000", "True"]
