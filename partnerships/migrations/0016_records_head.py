from typing import Any

from django.db import migrations, models
from django.db.models import F


def as_the_head(apps: Any, schema_editor: Any) -> None:
    apps.get_model("partnerships", "AuditChain").objects.update(records_head=F("hash"))


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0015_policing_body_contacts"),
    ]

    operations = [
        migrations.AddField(
            model_name="auditchain",
            name="records_head",
            field=models.CharField(default="0" * 64, max_length=64),
        ),
        migrations.RunPython(as_the_head, migrations.RunPython.noop),
    ]
