"""Reports to committees, and what a text composed from the records was composed of."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0015_policing_body_contacts"),
        ("strategies", "0012_what_a_review_showed"),
    ]

    operations = [
        migrations.AddField(
            model_name="assurancestatement",
            name="composed",
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.AddField(
            model_name="assurancestatement",
            name="paper",
            field=models.ForeignKey(
                editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.storedfile"
            ),
        ),
        migrations.AddField(
            model_name="assurancestatement",
            name="paper_of",
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AlterField(
            model_name="assurancestatement",
            name="as_at",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="The position as at"),
        ),
        migrations.CreateModel(
            name="CommitteeReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("as_at", models.DateField(blank=True, editable=False, null=True, verbose_name="The position as at")),
                ("text", models.TextField(blank=True, max_length=100000, verbose_name="Text")),
                ("composed", models.TextField(blank=True, editable=False)),
                ("paper_of", models.CharField(blank=True, editable=False, max_length=64)),
                ("title", models.CharField(max_length=200, verbose_name="Title")),
                ("committee", models.CharField(max_length=200, verbose_name="For which committee or board")),
                ("meeting_on", models.DateField(blank=True, null=True, verbose_name="It goes to the meeting of")),
                ("by", models.CharField(blank=True, help_text="The post, not a person's name.", max_length=200, verbose_name="Report of")),
                (
                    "paper",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnerships.storedfile",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="committee_reports",
                        to="partnerships.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
    ]
