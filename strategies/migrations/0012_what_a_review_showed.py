import django.db.models.deletion
from django.db import migrations, models

from svduty.editing.triggers import freeze_table


class Migration(migrations.Migration):
    dependencies = [
        ("strategies", "0011_asking_for_news"),
    ]

    operations = [
        migrations.AddField(
            model_name="annualreview",
            name="shown",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="annualreview",
            name="shown_text",
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.CreateModel(
            name="RollForward",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("told", models.JSONField()),
                ("made_at", models.DateTimeField()),
                ("made_by_id", models.BigIntegerField(null=True)),
                (
                    "after",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="rolled_from", to="strategies.strategy"),
                ),
                (
                    "before",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="rolled_into", to="strategies.strategy"),
                ),
            ],
            options={
                "ordering": ["-made_at", "-id"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("before", models.F("after")), _negated=True), name="rolled_into_another")
                ],
            },
        ),
        freeze_table("strategies_rollforward"),
    ]
