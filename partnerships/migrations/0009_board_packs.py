"""Board packs, which the database never lets anybody change."""

import django.db.models.deletion
from django.db import migrations, models

import svduty.editing.triggers


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0008_areas_and_succession")]
    operations = [
        migrations.CreateModel(
            name="BoardPack",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("made_at", models.DateTimeField()),
                ("made_by_id", models.BigIntegerField(null=True)),
                ("agenda", models.CharField(max_length=64)),
                ("contents", models.JSONField(default=list)),
                ("page_count", models.PositiveIntegerField()),
                ("foreign_pages", models.PositiveIntegerField(default=0)),
                (
                    "file",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.storedfile"),
                ),
                (
                    "meeting",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="packs", to="partnerships.meeting"),
                ),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [models.UniqueConstraint(fields=("meeting", "number"), name="pack_number_once")],
            },
        ),
        svduty.editing.triggers.freeze_table("partnerships_boardpack"),
    ]
