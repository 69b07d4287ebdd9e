"""manage.py check_records names what a crash or a tamperer left behind."""

import datetime
import io
import os
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from partnerships.actions.store_file import store_file
from partnerships.audit.record import record
from partnerships.models import AuditChain, StoredFile
from svduty import clock
from tests.cast import Cast


@pytest.fixture
def stored(cast: Cast, tmp_path: Path, settings: Any) -> StoredFile:
    settings.MEDIA_ROOT = str(tmp_path)
    return store_file(SimpleUploadedFile("minutes.txt", b"Minutes of the board.\n"), partnership=cast.ours, actor=None)


def check(*words: str) -> tuple[str, str]:
    """What the command says, and what it ends with when something is wrong."""
    said = io.StringIO()
    try:
        call_command("check_records", *words, stdout=said)
    except CommandError as error:
        return said.getvalue(), str(error)
    return said.getvalue(), ""


def leave_behind(folder: Path, hours: float) -> Path:
    left = folder / "ab12" / "left-over"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"half a file")
    then = (clock.now() - datetime.timedelta(hours=hours)).timestamp()
    os.utime(left, (then, then))
    return left


def test_all_is_well(stored: StoredFile) -> None:
    assert check() == ("Records, histories and files agree.\n", "")


def test_missing_and_changed_bytes_are_named(stored: StoredFile) -> None:
    place = Path(stored.content.path)
    place.chmod(0o600)
    place.write_bytes(b"Minutes of the bored.\n")
    assert check() == (f"File {stored.pk} ({stored.content.name}) is not what was stored.\n", "1 thing is wrong.")
    place.unlink()
    assert check() == (f"File {stored.pk} ({stored.content.name}) has no bytes.\n", "1 thing is wrong.")


def test_broken_history_is_named(cast: Cast, stored: StoredFile) -> None:
    record("partnership.changed", actor=None, partnership=cast.theirs, target=cast.theirs)
    AuditChain.objects.filter(scope=f"partnership-{cast.theirs.pk}").update(number=7)
    assert check() == ("The history of Otherton Safety Board is broken at entry 2: it is missing.\n", "1 thing is wrong.")
    AuditChain.objects.filter(scope=f"partnership-{cast.theirs.pk}").delete()
    assert check() == (
        "The history of Otherton Safety Board is broken at entry 1: the head of the chain is missing.\n",
        "1 thing is wrong.",
    )


def test_file_of_no_record_is_named_after_an_hour_and_removed_when_asked(stored: StoredFile, tmp_path: Path) -> None:
    left = leave_behind(tmp_path, hours=0.9)
    assert check("--clean")[1] == ""
    assert left.exists()
    leave_behind(tmp_path, hours=1.1)
    assert check() == (
        "ab12/left-over belongs to no record. Run this again with --clean to remove it.\n",
        "1 thing is wrong.",
    )
    assert left.exists()
    assert check("--clean") == ("Removed ab12/left-over, which belonged to no record.\nRecords, histories and files agree.\n", "")
    assert not left.exists()
    assert Path(stored.content.path).exists()
