from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("strategies", "0007_papers_and_imports")]

    operations = [
        migrations.AddField(model_name="publicpage", name="made_from", field=models.CharField(blank=True, editable=False, max_length=64)),
    ]
