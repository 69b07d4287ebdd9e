"""What every record that people edit has in common."""

from typing import Any

from django.db import models

from svduty.vague_dates import VagueDateField


class Record(models.Model):
    """A row people edit. `version` rises by one with every save, so that a form opened earlier can be told it is stale."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def record_kind(cls) -> str:
        """The name by which audit entries, findings and addresses refer to this sort of record."""
        return str(cls._meta.model_name)

    def more_words(self) -> dict[str, str]:
        """Label and value in words, for the history, of what the record holds besides its editable fields."""
        return {}


class Lasting(Record):
    """A record of a state that begins and ends on a date; it is ended, never deleted."""

    starts = VagueDateField("Since", null=True, blank=True)
    ends = VagueDateField("Until", null=True, blank=True, help_text="Leave empty while it lasts.")

    class Meta:
        abstract = True


class Withdrawable(Record):
    """A record of something that happened. One entered by mistake is withdrawn with a reason and stays readable."""

    withdrawn_on = models.DateField(null=True, blank=True, editable=False)
    withdrawn_reason = models.TextField(blank=True, editable=False)

    class Meta:
        abstract = True


# For order_by: databases differ in where they put what is empty.
STANDING_FIRST = models.F("withdrawn_on").asc(nulls_first=True)


class Frozen(models.Model):
    """A row that is written once. The database refuses changes too: see the migrations' triggers."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise FrozenRecord(f"{self._meta.verbose_name} {self.pk} is kept as it was written.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise FrozenRecord(f"{self._meta.verbose_name} {self.pk} is never deleted.")


class FrozenRecord(Exception):
    """Somebody tried to change what is kept for ever."""
