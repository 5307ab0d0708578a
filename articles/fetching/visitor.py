"""Visits to sites, in a site's own terms: what robots.txt forbids is not read, and nothing is read in a hurry."""

import time
from collections.abc import Callable
from dataclasses import replace

from articles.fetching.answers import UNCONDITIONAL, Conditional, Fetched
from articles.fetching.client import TOKEN, Client
from articles.fetching.failures import FetchFailed, Refused
from articles.fetching.fetch import fetch
from articles.fetching.robots import LARGEST, Rules, rules_for
from articles.fetching.target import Target

PAUSE = 1.0
"""Seconds between two requests to one host, at least."""


class Visitor:
    """One round of visits. What robots.txt says is asked once a site and kept for the round."""

    def __init__(
        self,
        client: Client,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.client = client
        self._clock = clock
        self._sleep = sleep
        self._rules: dict[str, Rules | FetchFailed] = {}
        self._last: dict[str, float] = {}

    def get(self, url: str, conditional: Conditional = UNCONDITIONAL) -> Fetched:
        """Return what the server at `url` answers; raises FetchFailed, and Refused where robots.txt forbids it."""
        return fetch(url, self.client, conditional=conditional, before=self._arrive)

    def _arrive(self, target: Target) -> None:
        rules = self._rules_of(target)
        if isinstance(rules, FetchFailed):
            raise rules
        if not rules.allow(target.path):
            raise Refused(f"the robots.txt of {target.place} asks programs not to read {target.path[:100]}")
        self._wait(target, rules.delay)

    def _rules_of(self, target: Target) -> Rules | FetchFailed:
        if target.origin not in self._rules:
            try:
                self._rules[target.origin] = self._asked_rules(target)
            except FetchFailed as failure:
                self._rules[target.origin] = type(failure)(f"its robots.txt can’t be read: {failure}")
        return self._rules[target.origin]

    def _asked_rules(self, target: Target) -> Rules:
        """Return what the site's robots.txt says; where there is none all is allowed, where it can't be had nothing."""
        client = replace(self.client, limits=replace(self.client.limits, size=LARGEST, cut=True))
        answer = fetch(f"{target.origin}/robots.txt", client, before=self._wait)
        if answer.status == 200:
            return rules_for(TOKEN, answer.body)
        if answer.is_for_good:
            return Rules()
        raise FetchFailed(f"{target.place} answers {answer.status}")

    def _wait(self, target: Target, delay: float = 0.0) -> None:
        """Wait until the last request to the host is long enough ago."""
        if target.host in self._last:
            due = self._last[target.host] + max(PAUSE, delay)
            if (rest := due - self._clock()) > 0:
                self._sleep(rest)
        self._last[target.host] = self._clock()
