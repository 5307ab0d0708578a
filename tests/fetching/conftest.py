"""A site for each test."""

import pytest

from tests.fetching.site import serving


@pytest.fixture
def site():
    with serving() as site:
        yield site
