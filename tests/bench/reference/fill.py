"""Make the reference tables and fill them: 350 places, 40 rules, two years. Run with the reference settings."""

import datetime
import random

import django

django.setup()

from django.db import connection  # noqa: E402 - models can only be read once Django is set up

from tests.bench.reference.models import Mark, Place, Rule, State  # noqa: E402

chance = random.Random(7)
with connection.schema_editor() as editor:
    for model in (Place, Rule, Mark):
        editor.create_model(model)
places = Place.objects.bulk_create([Place(name=f"Borough {number:03} Council") for number in range(350)])
rules = Rule.objects.bulk_create(
    [
        Rule(code=f"R{number:02}", title=f"Rule {number} on preparing and publishing", citation=f"Act 2022 s.{8 + number % 12}")
        for number in range(40)
    ]
)
Mark.objects.bulk_create(
    [
        Mark(
            place=place,
            rule=rule,
            year=year,
            state=chance.choice(State.values),
            due=datetime.date(year, chance.randint(1, 12), 28),
            note="x" * chance.randint(0, 300),
        )
        for place in places
        for year in (2025, 2026)
        for rule in rules
    ],
    batch_size=1000,
)
