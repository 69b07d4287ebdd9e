from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("strategies", "0014_paper_of_a_review"),
    ]

    operations = [
        migrations.AddField(
            model_name="workbookimport",
            name="left",
            field=models.JSONField(default=list, editable=False),
        ),
        migrations.AddField(
            model_name="workbookimport",
            name="not_taken",
            field=models.JSONField(default=list, editable=False),
        ),
    ]
