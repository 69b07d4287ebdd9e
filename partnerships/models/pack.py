from django.db import models

from partnerships.models.file import StoredFile
from partnerships.models.meeting import Meeting
from svduty.editing.records import Frozen


class BoardPack(Frozen):
    """Agenda and papers of a meeting as one PDF, as they stood when it was made. A changed agenda makes a new pack beside it.

    `contents`: for each item its key, number, title, purpose, page, last page, what became of its paper, and its files. `agenda`: a
    SHA-256 of what the pack was made from. `foreign_pages`: how many of the pages come from other people's PDFs.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="packs")
    number = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField(null=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    agenda = models.CharField(max_length=64)
    contents = models.JSONField(default=list)
    page_count = models.PositiveIntegerField()
    foreign_pages = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="pack_number_once")]

    def __str__(self) -> str:
        return f"Board pack {self.number}"

    @property
    def pages(self) -> dict[int, int]:
        """Key of an item -> the page on which it begins."""
        return {item["item"]: item["page"] for item in self.contents}
