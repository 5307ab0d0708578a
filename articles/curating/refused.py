"""Why an act can't be done, in words for the editor who asked."""


class Refused(Exception):
    """An act that is not possible as things stand: nothing was changed."""
