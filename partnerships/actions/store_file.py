from django.core.files.base import File
from django.db import transaction

from partnerships.audit.record import record
from partnerships.models import Partnership, StoredFile, User
from svduty import clock
from svduty.files.check import check_upload


def store_file(uploaded: File, *, partnership: Partnership, actor: User | None) -> StoredFile:
    """Keep an upload for ever. Raises FileRefused, keeping nothing, when it may not be kept.

    A file that a form has already looked through is not read a second time.
    """
    checked = getattr(uploaded, "checked", None) or check_upload(uploaded)
    stored = StoredFile(
        partnership=partnership,
        name=checked.name,
        content_type=checked.content_type,
        size=checked.size,
        sha256=checked.sha256,
        uploaded_at=clock.now(),
    )
    stored.content.save(checked.name, uploaded, save=False)
    try:
        with transaction.atomic():
            stored.save()
            changes = {"Size in bytes": ["", str(checked.size)], "SHA-256": ["", checked.sha256]}
            record("storedfile.added", actor=actor, partnership=partnership, target=stored, changes=changes)
    except BaseException:
        stored.content.delete(save=False)
        raise
    return stored
