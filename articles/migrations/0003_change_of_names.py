from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0002_topicalias"),
    ]

    operations = [
        migrations.AddField(
            model_name="change",
            name="kind",
            field=models.PositiveSmallIntegerField(
                choices=[(0, "person"), (1, "topic"), (2, "section"), (3, "publication")], null=True
            ),
        ),
        migrations.AddField(
            model_name="change",
            name="record_id",
            field=models.BigIntegerField(null=True),
        ),
    ]
