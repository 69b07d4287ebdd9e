"""Frozen tables, and the rows of Schedules 1 and 2 as they stood when the duty began."""

from typing import Any

from django.db import migrations

from svduty.editing.triggers import freeze_table

DUTY_BEGAN = "2023-01-31"
SCHEDULE_1, SCHEDULE_2 = "Act s.11 and Schedule 1", "Act s.12 and Schedule 2"

ROWS = [
    (
        "local-authority",
        "Local authority (district, borough, unitary or Welsh council)",
        "specified",
        "every",
        SCHEDULE_1,
    ),
    ("county-council", "County council of a two-tier area", "specified", "two-tier", SCHEDULE_1),
    ("police", "Chief officer of police", "specified", "every", SCHEDULE_1),
    ("probation", "Provider of probation services", "specified", "every", SCHEDULE_1),
    ("youth-offending", "Youth offending team", "specified", "every", SCHEDULE_1),
    ("fire", "Fire and rescue authority", "specified", "every", SCHEDULE_1),
    ("health", "Integrated care board or Local Health Board", "specified", "every", SCHEDULE_1),
    ("educational", "Educational authority", "relevant", "nowhere", SCHEDULE_2),
    ("prison", "Prison authority", "relevant", "nowhere", SCHEDULE_2),
    ("youth-custody", "Youth custody authority", "relevant", "nowhere", SCHEDULE_2),
    ("policing-body", "Local policing body", "other", "nowhere", "Act s.14"),
    ("violence-reduction-unit", "Violence reduction unit", "other", "nowhere", ""),
    (
        "community-safety-partnership",
        "Community safety partnership",
        "other",
        "nowhere",
        "Crime and Disorder Act 1998 s.5",
    ),
    ("other", "Other partner", "other", "nowhere", ""),
]


def add_rows(apps: Any, schema_editor: Any) -> None:
    authority_type = apps.get_model("partnerships", "AuthorityType")
    for position, (code, name, standing, needed_in, citation) in enumerate(ROWS):
        authority_type.objects.create(
            code=code,
            name=name,
            standing=standing,
            needed_in=needed_in,
            citation=citation,
            position=position,
            starts=DUTY_BEGAN if standing != "other" else None,
        )


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0001_initial")]
    operations = [
        freeze_table("partnerships_auditentry"),
        freeze_table("partnerships_storedfile"),
        migrations.RunPython(add_rows, migrations.RunPython.noop),
    ]
