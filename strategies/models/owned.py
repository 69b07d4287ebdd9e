from django.db import models

from partnerships.models import Organisation


class Owned(models.Model):
    """Something a body has taken on, and the post there that answers for it."""

    owner = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="owned_%(class)ss", verbose_name="Which body does it"
    )
    post = models.CharField("Which post", max_length=200, blank=True, help_text="The post, not a person's name.")

    class Meta:
        abstract = True

    @property
    def owner_words(self) -> str:
        """The post and its body, as far as they are known: `Head of Community Safety, Anyborough District Council`."""
        return ", ".join(str(part) for part in (self.post, self.owner) if part)
