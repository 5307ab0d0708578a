"""The records: what the archive keeps."""

from articles.models.article import Article, Status
from articles.models.change import Change
from articles.models.feed import Feed
from articles.models.fingerprint import Fingerprint
from articles.models.importrun import ImportProblem, ImportRun
from articles.models.mention import ArticleTopic, Mention, Origin, Role
from articles.models.othersource import OtherSource
from articles.models.person import Alias, Person
from articles.models.publication import Publication, Section
from articles.models.topic import Topic, TopicAlias, TopicTree

__all__ = [
    "Alias",
    "Article",
    "ArticleTopic",
    "Change",
    "Feed",
    "Fingerprint",
    "ImportProblem",
    "ImportRun",
    "Mention",
    "Origin",
    "OtherSource",
    "Person",
    "Publication",
    "Role",
    "Section",
    "Status",
    "Topic",
    "TopicAlias",
    "TopicTree",
]
