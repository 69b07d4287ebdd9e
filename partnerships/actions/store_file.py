import hashlib

from django.core.files.base import ContentFile, File
from django.db import transaction

from partnerships.audit.record import record
from partnerships.models import Partnership, StoredFile, User
from svduty import clock
from svduty.files.check import CheckedFile, check_upload


def store_file(uploaded: File, *, partnership: Partnership, actor: User | None) -> StoredFile:
    """Keep an upload for ever. Raises FileRefused, keeping nothing, when it may not be kept.

    A file that a form has already looked through is not read a second time.
    """
    return _keep(uploaded, getattr(uploaded, "checked", None) or check_upload(uploaded), partnership, actor)


def store_pdf(pdf: bytes, name: str, *, partnership: Partnership, actor: User | None) -> StoredFile:
    """Keep a PDF for ever that the service made itself, under a name that is safe already."""
    checked = CheckedFile(name, len(pdf), hashlib.sha256(pdf).hexdigest(), "application/pdf")
    return _keep(ContentFile(pdf, name=name), checked, partnership, actor)


def _keep(content: File, checked: CheckedFile, partnership: Partnership, actor: User | None) -> StoredFile:
    stored = StoredFile(
        partnership=partnership,
        name=checked.name,
        content_type=checked.content_type,
        size=checked.size,
        sha256=checked.sha256,
        uploaded_at=clock.now(),
    )
    stored.content.save(checked.name, content, save=False)
    try:
        with transaction.atomic():
            stored.save()
            changes = {"Size in bytes": ["", str(checked.size)], "SHA-256": ["", checked.sha256]}
            record("storedfile.added", actor=actor, partnership=partnership, target=stored, changes=changes)
    except BaseException:
        stored.content.delete(save=False)
        raise
    return stored
