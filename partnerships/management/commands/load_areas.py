from typing import Any

from django.core.management.base import BaseCommand

from partnerships import queries
from partnerships.actions.load_areas import load_areas
from partnerships.area_list import AS_AT, LICENCE, SOURCE, compare, listed_areas


class Command(BaseCommand):
    help = "Add the local government areas of the list of April 2021 that are not here. What is here already is left as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        added = load_areas(listed_areas(), actor=None)
        self.stdout.write(f"{added} areas were added. {SOURCE}, {AS_AT}, {LICENCE}.")
        for one in compare(queries.all_areas(), listed_areas()).unlike:
            told = "; ".join(f"{what}: here “{here}”, in the list “{listed}”" for what, here, listed in one.differences)
            self.stdout.write(f"Left as it is: {one.area}. {told}.")
