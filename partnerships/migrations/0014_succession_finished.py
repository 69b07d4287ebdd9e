from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0013_history_is_never_deleted"),
    ]

    operations = [
        migrations.AddField(
            model_name="succession",
            name="finished_on",
            field=models.DateField(blank=True, editable=False, null=True),
        ),
    ]
