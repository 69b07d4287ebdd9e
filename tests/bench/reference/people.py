from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The people of the service and their tables, without what it does when it starts."""

    name = "partnerships"
