"""People and the offices they held, as files: authority records in and out.

Three formats come in and go out, and what they tell is one shape, `PersonRecord`:

- JSON Lines, our own and the fullest: a person a line. Dates are "2017", "2017-02" or "2017-02-09"; "to" is null while an
  office is held.
- CSV: an office a row, or a person without one; the other names in a cell, parted by "; ".
- The records of the unitedstates/congress-legislators project, YAML or JSON, which go out as JSON.

Whose record it is, `matching` says, by identifiers first. What is empty in the archive is filled in, what an editor wrote
stays, and a contradiction is told as a clash. Taking the same in again changes nothing.
"""

from articles.peoplerecords.formats import EXPORTS
from articles.peoplerecords.leaving import NoSuchPerson, leaving
from articles.peoplerecords.report import Problem, Report
from articles.peoplerecords.taking import Unwritable, take_in

__all__ = ["EXPORTS", "NoSuchPerson", "Problem", "Report", "Unwritable", "leaving", "take_in"]
