from typing import Any

from django.http import QueryDict


class OnlyToLookAt(QueryDict):
    """What was typed earlier and is put back into a form. Nobody has pressed its button."""


class NeverSavedByLooking:
    """For forms: one filled with what is only to be looked at is never valid, so no view can save it."""

    data: Any

    def is_valid(self) -> bool:
        return super().is_valid() and not isinstance(self.data, OnlyToLookAt)  # type: ignore[misc]  # a form stands beside it
