"""An action may be so many days past its day before it is called overdue: our own number, which may be changed (SVD-IMP-01, DL-15)."""

from typing import Any

from django.db import migrations

DAYS = 30


def set_days(apps: Any, schema_editor: Any) -> None:
    apps.get_model("compliance", "DeadlineSetting").objects.filter(code="DL-15", target_days=None).update(target_days=DAYS)


def take_back(apps: Any, schema_editor: Any) -> None:
    apps.get_model("compliance", "DeadlineSetting").objects.filter(code="DL-15").update(target_days=None)


class Migration(migrations.Migration):
    dependencies = [("compliance", "0003_evidence_note_has_a_limit")]
    operations = [migrations.RunPython(set_days, take_back)]
