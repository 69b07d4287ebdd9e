from typing import Any

from django.core.exceptions import ValidationError

from svduty import clock
from svduty.vague_dates import VagueDateFormField


class HappenedField(VagueDateFormField):
    """When something happened. A plan is not an event: a day that is surely still to come is refused."""

    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        if found and found.earliest > clock.today():
            raise ValidationError(f"{found} is still to come. Record it on the day it happens, or put the date right.", code="future")
        return found
