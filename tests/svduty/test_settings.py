"""Production starts only on safe values, and says which are not."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAFE = {"SECRET_KEY": "x9" * 30, "ALLOWED_HOSTS": "duty.anyborough.example", "SITE_URL": "https://duty.anyborough.example"}
SHOW = "import svduty.settings as s; print(s.SESSION_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.SECURE_SSL_REDIRECT)"


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    return subprocess.run(
        [sys.executable, "-c", SHOW], cwd=ROOT, env=clean | environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_production_starts_on_safe_values() -> None:
    started = start(**SAFE)
    assert started.stdout.split() == ["__Host-session", "True", "True"], started.stderr


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SECRET_KEY", "", "SECRET_KEY must be a random text of at least 50 characters"),
        ("SECRET_KEY", "short", "SECRET_KEY must be a random text of at least 50 characters"),
        ("ALLOWED_HOSTS", "", "ALLOWED_HOSTS must name the hosts we answer to"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS must name the hosts we answer to"),
        ("SITE_URL", "http://duty.anyborough.example", "SITE_URL must be the public address, beginning https://"),
    ],
)
def test_production_refuses_an_unsafe_value_and_names_it(name: str, value: str, sentence: str) -> None:
    started = start(**{**SAFE, name: value})
    assert started.returncode != 0
    assert sentence in started.stderr


def test_every_unsafe_value_is_named_at_once() -> None:
    refused = start().stderr
    assert all(name in refused for name in SAFE)


def test_the_readme_names_every_variable_that_settings_read() -> None:
    read = set(re.findall(r'env(?:\.\w+)?\(\s*"([A-Z_]+)"', (ROOT / "svduty" / "settings.py").read_text()))
    assert len(read) > 10
    readme = (ROOT / "README.md").read_text()
    assert [name for name in sorted(read) if f"`{name}`" not in readme] == []
