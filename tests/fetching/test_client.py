"""Who the archive says it is."""

import pytest

from articles.fetching import agent_named


@pytest.mark.parametrize(
    ("archive", "url", "agent"),
    [
        ("The Ledger", "https://ledger.example/", "Newsroom/1.0 (The Ledger; +https://ledger.example/)"),
        ("The Ledger", "", "Newsroom/1.0 (The Ledger)"),
        ("Évil\r\nX: y (z);", "", "Newsroom/1.0 (vilX: y z)"),
        ("x" * 500, "", "Newsroom/1.0 (" + "x" * 186),
    ],
)
def test_agent_names_the_archive_and_its_address_and_nothing_else(archive, url, agent):
    assert agent_named("1.0", archive, url) == agent
