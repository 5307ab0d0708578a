"""Why something was not fetched, in a sentence for an archivist."""


class FetchFailed(Exception):
    """It could not be had now; another time it may."""


class Refused(FetchFailed):
    """It is not for the archive to have: by its own rules, or by those of the site. Another time will be no different."""
