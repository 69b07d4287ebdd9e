"""Set-up: what ./dev installs, when it does so again, and what it says where it may not."""

import subprocess
from pathlib import Path

import psycopg2
import pytest

from requirements import set_up
from tests.postgres import throwaway_server

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def bare_machine(monkeypatch):
    """A machine that has none of the system packages, and a person on it who may not install them."""
    monkeypatch.delenv("TEST_POSTGRES_URL", raising=False)
    monkeypatch.setattr(set_up, "loads", lambda library: False)
    monkeypatch.setattr(set_up, "has_postgresql", lambda: False)
    monkeypatch.setattr(set_up.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(set_up.os, "geteuid", lambda: 1000)


def test_one_line_says_what_to_install_where_we_may_not(bare_machine):
    with pytest.raises(SystemExit) as stopped:
        set_up.system_packages(databases_and_browser=True)
    sentence = str(stopped.value)
    assert "\n" not in sentence
    assert sentence.endswith(
        "sudo apt-get install --yes --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0 chromium libreoffice-writer-nogui "
        "libreoffice-calc-nogui libatomic1 postgresql"
    )


def test_running_the_service_asks_for_neither_browser_nor_database_server(bare_machine):
    assert set_up.missing_packages(databases_and_browser=False) == ["libpangoft2-1.0-0", "libharfbuzz-subset0"]


def test_a_named_server_stands_in_for_an_installed_one(bare_machine, monkeypatch):
    monkeypatch.setenv("TEST_POSTGRES_URL", "postgres://tester@127.0.0.1/tests")
    assert "postgresql" not in set_up.missing_packages(databases_and_browser=True)


def test_a_step_is_done_once_for_each_lock(tmp_path):
    for lock, expected in (("lock 1", True), ("lock 1", False), ("lock 2", True), ("lock 2", False)):
        with set_up.stamped(tmp_path / "stamp", lock) as needed:
            assert needed is expected


def test_a_step_that_failed_is_done_again_even_when_the_old_lock_comes_back(tmp_path):
    stamp = tmp_path / "stamp"
    stamp.write_text("lock 1")
    with pytest.raises(OSError, match="the disk is full"), set_up.stamped(stamp, "lock 2"):
        raise OSError("the disk is full")
    for lock in ("lock 1", "lock 2"):
        with set_up.stamped(stamp, lock) as needed:
            assert needed


def test_starting_the_service_keeps_the_packages_that_testing_needs(tmp_path, monkeypatch):
    (tmp_path / "stamp").write_text("dev.txt of an older lock")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").touch()
    asked = []

    def note(command, *_, **__):
        asked.append(str(command[-1]))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(set_up, "VENV", tmp_path / "bin")
    monkeypatch.setattr(set_up, "quietly", note)
    set_up.python_packages(testing=False)
    assert asked[-1].endswith("requirements/dev.txt")


def test_lock_files_name_no_host():
    for lock in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in lock.read_text(), lock.name
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()


def test_every_pinned_python_package_carries_its_hash():
    for lock in (ROOT / "requirements").glob("*.txt"):
        for pin in lock.read_text().replace("\\\n", "").splitlines():
            assert "==" in pin, f"{lock.name}: {pin}"
            assert "--hash=sha256:" in pin, f"{lock.name}: {pin}"


@pytest.mark.slow
def test_the_throw_away_server_lets_nobody_in_without_its_password():
    with throwaway_server() as url:
        with psycopg2.connect(url) as known, known.cursor() as cursor:
            cursor.execute("select current_user")
            assert cursor.fetchone() == ("svduty",)
        known.close()
        user, _, place = url.removeprefix("postgres://").partition("@")
        with pytest.raises(psycopg2.OperationalError, match="password authentication failed"):
            psycopg2.connect(f"postgres://{user.split(':')[0]}:guessed@{place}")
    with pytest.raises(psycopg2.OperationalError):
        psycopg2.connect(url)
