from partnerships.audit.record import record
from partnerships.models import Organisation, Partnership, User


def add_organisation(name: str, kind: str, *, partnership: Partnership | None, actor: User | None) -> Organisation:
    """Add a body that was typed in on another page: to the partnership's own list, or without one to the shared register."""
    organisation = Organisation.objects.create(partnership=partnership, name=name, kind=kind)
    record("organisation.added", actor=actor, partnership=partnership, target=organisation, changes={"Name": ["", organisation.name]})
    return organisation
