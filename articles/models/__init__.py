"""The records: what the archive keeps."""

from articles.models.article import Article, Status
from articles.models.change import Change
from articles.models.curation import Curation, FormerSlug
from articles.models.feed import Feed
from articles.models.fingerprint import Fingerprint
from articles.models.importrun import ImportProblem, ImportRun
from articles.models.mention import ArticleTopic, Mention, Origin, Role
from articles.models.office import Office
from articles.models.organisation import Organisation, Post
from articles.models.othersource import OtherSource
from articles.models.person import Alias, Person
from articles.models.publication import Publication, Section
from articles.models.quotation import Quotation
from articles.models.review import Doubt, Proposal, Refusal
from articles.models.topic import Topic, TopicAlias, TopicTree

__all__ = [
    "Alias",
    "Article",
    "ArticleTopic",
    "Change",
    "Curation",
    "Doubt",
    "Feed",
    "Fingerprint",
    "FormerSlug",
    "ImportProblem",
    "ImportRun",
    "Mention",
    "Office",
    "Organisation",
    "Origin",
    "OtherSource",
    "Person",
    "Post",
    "Proposal",
    "Publication",
    "Quotation",
    "Refusal",
    "Role",
    "Section",
    "Status",
    "Topic",
    "TopicAlias",
    "TopicTree",
]
