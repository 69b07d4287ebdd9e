from typing import Any

from django.db import models


class WebAddressField(models.URLField):
    """A web address; one typed without a scheme is taken as https. For migrations it is Django's own URLField."""

    def deconstruct(self) -> Any:
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"assume_scheme": "https", **kwargs})
