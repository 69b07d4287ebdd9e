"""What is taken away and brought back: a paper, one not made, a document and a workbook, each with the partnership's own mark."""

import datetime

from django.core.files.base import ContentFile
from django.db.models import Model

from partnerships.models import StoredFile, User
from strategies.models import DraftImport, IssuedPaper, Strategy, Version, WorkbookImport
from svduty.tasks.models import Task

NOON = datetime.datetime(2024, 1, 31, 12, tzinfo=datetime.UTC)


def export_records(version: Version, mark: str, reader: User) -> dict[str, Model]:
    """By kind. `issuedpaper_making`: a paper that was asked for and not made."""
    strategy = version.strategy
    stored = StoredFile.objects.create(
        partnership=strategy.partnership,
        name=f"{mark} strategy.pdf",
        content_type="application/pdf",
        size=9,
        sha256="0" * 64,
        content=ContentFile(f"%PDF {mark}".encode(), name="x"),
        uploaded_at=NOON,
    )
    return {
        "issuedpaper": IssuedPaper.objects.create(
            strategy=strategy,
            strategy_version=version,
            kind="text",
            title=f"{mark} paper",
            made_from="0" * 64,
            file=stored,
            page_count=4,
            made_at=NOON,
        ),
        "issuedpaper_making": failed_paper(strategy, version, f"{mark} was too long."),
        "draftimport": read_document(strategy, stored, reader, mark),
        "workbookimport": brought_workbook(stored, reader, mark),
    }


def exports_made(version: Version, reader: User) -> dict[str, int]:
    """Their keys by kind."""
    return {kind: made.pk for kind, made in export_records(version, "Anyborough", reader).items()}


def failed_paper(strategy: Strategy, version: Version, reason: str) -> Task:
    return Task.objects.create(
        kind="strategypaper.make",
        partnership_id=strategy.partnership_id,
        arguments={"of": "text", "strategy_pk": strategy.pk, "version_pk": version.pk},
        asked_at=NOON,
        due_at=NOON,
        finished_at=NOON,
        state="failed",
        tries=1,
        reason=reason,
    )


def read_document(strategy: Strategy, stored: StoredFile, reader: User, mark: str) -> DraftImport:
    found = [{"heading": f"{mark} heading", "text": f"{mark} words"}]
    return DraftImport.objects.create(strategy=strategy, file=stored, found=found, not_kept=["1 picture"], read_at=NOON, read_by=reader)


def brought_workbook(stored: StoredFile, reader: User, mark: str) -> WorkbookImport:
    """The action plan with one new action."""
    cells = {"1": {"1": ["t", "Reference"], "2": ["t", "What will be done"]}, "2": {"2": ["t", f"{mark} new action"]}}
    sheet = {"name": "Actions", "hidden": False, "rows": cells, "hidden_rows": [], "hidden_columns": [], "merged": []}
    return WorkbookImport.objects.create(
        partnership=stored.partnership,
        kind="actions",
        file=stored,
        on_behalf=f"{mark} post",
        cells={"sheets": [sheet]},
        read_at=NOON,
        read_by=reader,
    )
