from django.db import models


class Pointing(models.Model):
    """Points at another record, of whatever floor: its kind and key, what it was called, and which version of it was meant."""

    about_kind = models.CharField(max_length=40, blank=True, editable=False)
    about_pk = models.BigIntegerField(null=True, blank=True, editable=False)
    about_label = models.CharField("About", max_length=300, blank=True, editable=False)
    about_version = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def more_words(self) -> dict[str, str]:
        """For the history."""
        return {"About": self.about_label}
