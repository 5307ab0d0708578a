import django.db.models.deletion
from django.db import migrations, models

import articles.models.keys

BATCH = 500


def make_keys(apps, schema_editor):
    """Write the keys of the names there are: the fields make them when they are written."""
    for name, keys in (("Person", ["key", "sort_key"]), ("Alias", ["key"])):
        model = apps.get_model("articles", name)
        rows = model.objects.using(schema_editor.connection.alias)
        for first in range(0, rows.count(), BATCH):
            rows.bulk_update(rows.order_by("pk")[first : first + BATCH], keys)


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="alias",
            name="key",
            field=articles.models.keys.NameKeyField(blank=True, db_index=True, editable=False, max_length=200, serialize=False),
        ),
        migrations.AddField(
            model_name="person",
            name="key",
            field=articles.models.keys.NameKeyField(blank=True, db_index=True, editable=False, max_length=200, serialize=False),
        ),
        migrations.AddField(
            model_name="person",
            name="sort_key",
            field=articles.models.keys.SortKeyField(blank=True, db_index=True, editable=False, max_length=200, serialize=False),
        ),
        migrations.CreateModel(
            name="TopicAlias",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("key", articles.models.keys.NameKeyField(blank=True, db_index=True, editable=False, max_length=200, serialize=False)),
                (
                    "topic",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="aliases", to="articles.topic"),
                ),
            ],
            options={
                "verbose_name": "other name of a topic",
                "verbose_name_plural": "other names of topics",
                "constraints": [models.UniqueConstraint(fields=("topic", "name"), name="topic_alias_once")],
            },
        ),
        migrations.RunPython(make_keys, migrations.RunPython.noop, elidable=True),
    ]
