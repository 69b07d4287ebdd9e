"""Frozen reports, and how many days before its date each deadline is "due soon"."""

from typing import Any

from django.db import migrations

from svduty.editing.triggers import freeze_table

WINDOWS = {
    "DL-01": 90, "DL-02": 28, "DL-03": 7, "DL-04": 14, "DL-05": 90, "DL-06": 90, "DL-07": 30, "DL-08": 30, "DL-09": 60,
    "DL-11": 60, "DL-12": 30, "DL-13": 60, "DL-14": 7, "DL-15": 14, "DL-16": 30, "DL-17": 7,
}  # fmt: skip
LOCAL_TARGETS = {"DL-02": 28, "DL-17": 28}


def add_rows(apps: Any, schema_editor: Any) -> None:
    setting = apps.get_model("compliance", "DeadlineSetting")
    for code, days in WINDOWS.items():
        setting.objects.create(code=code, window_days=days, target_days=LOCAL_TARGETS.get(code))


class Migration(migrations.Migration):
    dependencies = [("compliance", "0001_initial")]
    operations = [freeze_table("compliance_issuedreport"), migrations.RunPython(add_rows, migrations.RunPython.noop)]
