"""Papers made of versions, drafts and comments, which are never changed; documents read for a draft."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import svduty.editing.triggers


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0014_succession_finished"),
        ("strategies", "0006_drafting_and_review"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DraftImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("found", models.JSONField(default=list, editable=False)),
                ("not_kept", models.JSONField(default=list, editable=False)),
                ("read_at", models.DateTimeField(editable=False)),
                ("added_at", models.DateTimeField(editable=False, null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.storedfile"
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "strategy",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="imports", to="strategies.strategy"
                    ),
                ),
            ],
            options={
                "ordering": ["-read_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="IssuedPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("text", "The text of a version"),
                            ("draft", "The working draft"),
                            ("comments", "Comments and decisions on a version"),
                        ],
                        max_length=8,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("made_from", models.CharField(max_length=64)),
                ("page_count", models.PositiveIntegerField()),
                ("made_at", models.DateTimeField()),
                ("made_by_id", models.BigIntegerField(null=True)),
                ("file", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.storedfile")),
                (
                    "strategy",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="strategies.strategy"),
                ),
                (
                    "strategy_version",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="strategies.version"
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(fields=("strategy", "kind", "made_from"), name="paper_made_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "draft"), ("strategy_version__isnull", True)),
                            models.Q(models.Q(("kind", "draft"), _negated=True), ("strategy_version__isnull", False)),
                            _connector="OR",
                        ),
                        name="paper_says_of_what",
                    ),
                ],
            },
        ),
        svduty.editing.triggers.freeze_table("strategies_issuedpaper"),
    ]
