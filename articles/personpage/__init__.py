"""What the pages of a person and of a topic show beside their articles: offices, company, busiest days, quotations."""

from articles.personpage.portrait import Portrait
from articles.personpage.quotations import Quotations
from articles.personpage.related import Related

__all__ = ["Portrait", "Quotations", "Related"]
