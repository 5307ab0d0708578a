"""Alive says that the process answers; ready says that it can serve."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from articles import indexing
from articles.views import health
from tests.builders import an_article


@pytest.fixture(autouse=True)
def fresh_process():
    health.check_migrations.cache_clear()
    yield
    health.check_migrations.cache_clear()


def refuse(*arguments, **more):
    raise OperationalError("connection refused")


def test_alive_asks_the_database_nothing(client, monkeypatch):
    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/healthz")
    assert (response.status_code, response.text) == (200, "ok")


@pytest.mark.django_db
def test_ready_when_all_is_well(client):
    an_article()
    response = client.get("/readyz")
    assert (response.status_code, response.text) == (200, "database ok\nmigrations ok\nindex ok")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_not_ready_when_the_database_is_away(client, monkeypatch):
    client.get("/readyz")
    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.text.splitlines()[0] == "database failing"


@pytest.mark.django_db
def test_not_ready_while_a_migration_is_missing(client):
    MigrationRecorder(connection).record_unapplied("articles", "0005_offices")
    response = client.get("/readyz")
    assert (response.status_code, response.text) == (503, "database ok\nmigrations failing\nindex ok")
    call_command("migrate", "articles", fake=True, verbosity=0)
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_migrations_are_looked_up_once(client, django_assert_num_queries):
    client.get("/readyz")
    with django_assert_num_queries(2):  # SELECT 1, and one look at the change log
        client.get("/readyz")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "problem", [indexing.IndexNotReady(), health.IndexBroken("damage"), DatabaseError("trouble")]
)
def test_not_ready_while_the_index_can_not_be_read(client, monkeypatch, problem):
    def fail():
        raise problem

    monkeypatch.setattr(indexing, "snapshot", fail)
    response = client.get("/readyz")
    assert (response.status_code, response.text) == (503, "database ok\nmigrations ok\nindex failing")
    assert "trouble" not in response.text


@pytest.mark.django_db
def test_asking_makes_a_missing_index(client, settings):
    assert not settings.INDEX_DIR.exists()
    assert client.get("/readyz").status_code == 200
    assert settings.INDEX_DIR.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_health_is_asked_with_get(client, address):
    assert client.post(address).status_code == 405
