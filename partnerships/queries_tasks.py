"""Named reads of work in the background, for whoever runs the installation: names of partnerships, and nothing they hold."""

from collections.abc import Iterable

from partnerships.models import Partnership


def names_of_partnerships(ids: Iterable[int | None]) -> dict[int, str]:
    return dict(Partnership.objects.filter(pk__in=[one for one in ids if one]).values_list("pk", "name"))
