import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("compliance", "0005_kept_standing"),
        ("partnerships", "0016_records_head"),
    ]

    operations = [
        migrations.CreateModel(
            name="SeenStandings",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("seen_on", models.DateField()),
                ("worst", models.JSONField(default=dict)),
            ],
        ),
    ]
