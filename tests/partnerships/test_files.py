import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from partnerships.actions.store_file import store_file
from partnerships.forms.checked_file import CheckedFileField
from partnerships.models import AuditEntry, StoredFile
from svduty.files.refused import FileRefused
from tests.cast import Cast

TEXT = "Minutes of the board, 6 March 2024.\n"


def upload(name: str = "minutes.txt", content: bytes = TEXT.encode()) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


class OneFile(forms.Form):
    file = CheckedFileField()


def test_kept_file_comes_back_byte_for_byte_as_something_to_save(cast: Cast, viewer: Client) -> None:
    stored = store_file(upload(), partnership=cast.ours, actor=cast.coordinator)
    answer = viewer.get(f"/p/anyborough/files/{stored.pk}/")
    assert b"".join(answer.streaming_content) == TEXT.encode()
    assert answer["Content-Disposition"] == 'attachment; filename="minutes.txt"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert AuditEntry.objects.get().event == "storedfile.added"


def test_file_of_another_partnership_is_not_found(cast: Cast, viewer: Client, stranger: Client) -> None:
    theirs = store_file(upload(), partnership=cast.theirs, actor=None)
    ours = store_file(upload(), partnership=cast.ours, actor=None)
    assert viewer.get(f"/p/anyborough/files/{theirs.pk}/").status_code == 404
    assert viewer.get(f"/p/otherton/files/{theirs.pk}/").status_code == 404
    assert stranger.get(f"/p/anyborough/files/{ours.pk}/").status_code == 404


def test_file_whose_bytes_are_missing_is_a_page_and_no_fault(cast: Cast, viewer: Client) -> None:
    stored = store_file(upload(), partnership=cast.ours, actor=None)
    stored.content.storage.delete(stored.content.name)
    assert viewer.get(f"/p/anyborough/files/{stored.pk}/").status_code == 404


def test_refused_file_keeps_nothing(cast: Cast) -> None:
    with pytest.raises(FileRefused):
        store_file(upload("run.exe", b"MZ"), partnership=cast.ours, actor=None)
    assert not StoredFile.objects.exists()
    assert not AuditEntry.objects.exists()


def test_form_says_in_a_sentence_why_a_file_is_refused(db: None) -> None:
    form = OneFile({}, {"file": upload("page.pdf", b"<html><script>alert(1)</script></html>")})
    assert not form.is_valid()
    assert "page.pdf" in form.errors["file"][0]
    assert OneFile({}, {}).errors["file"] == ["This field is required."]
    good = OneFile({}, {"file": upload()})
    assert good.is_valid()
    assert good.cleaned_data["file"].checked.name == "minutes.txt"


def test_failed_save_leaves_no_bytes_behind(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []

    def fail(*args: object, **kwargs: object) -> None:
        kept.extend(stored.content.name for stored in StoredFile.objects.all())
        raise RuntimeError

    monkeypatch.setattr("partnerships.actions.store_file.record", fail)
    with pytest.raises(RuntimeError):
        store_file(upload(), partnership=cast.ours, actor=None)
    assert kept
    assert not StoredFile._meta.get_field("content").storage.exists(kept[0])
