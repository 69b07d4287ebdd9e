import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("compliance", "0004_how_late_an_action_may_be"),
        ("partnerships", "0016_records_head"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptStanding",
            fields=[
                (
                    "partnership",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="partnerships.partnership",
                    ),
                ),
                ("standing", models.JSONField(default=dict)),
            ],
        ),
    ]
