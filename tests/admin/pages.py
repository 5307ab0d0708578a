"""Addresses of admin pages, and the forms that a browser would send."""

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.messages import get_messages
from django.urls import reverse

LISTS = (
    "articles_article", "articles_person", "articles_alias", "articles_topic", "articles_mention", "articles_articletopic",
    "articles_publication", "articles_section", "articles_feed", "articles_importrun", "articles_importproblem", "articles_change", "articles_curation",
    "articles_organisation", "articles_post", "articles_office", "articles_doubt", "articles_proposal", "auth_user", "auth_group",
)  # fmt: skip


def list_of(name="articles_article"):
    return reverse(f"admin:{name}_changelist")


def page_of(record, page="change"):
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}", args=[record.pk])


def text_of(response):
    return response.content.decode()


def said(response):
    """Return the messages that the response's request left, shown or not."""
    return [str(message) for message in get_messages(response.wsgi_request)]


def headlines(client, **parameters):
    """Return the headlines that the list of articles shows."""
    response = client.get(list_of(), parameters)
    assert response.status_code == 200
    return [article.headline for article in response.context["cl"].result_list]


def article_form(article=None, **changes):
    """Return what a browser sends for an article, with its links as they are."""
    fields = {
        "headline": "Senate passes budget", "standfirst": "", "body": "<p>Text</p>", "byline": "", "published_on": "2017-06-09",
        "published_at_0": "", "published_at_1": "", "slug": "", "publication": "", "section": "", "source_url": "", "source_ref": "",
        "language": "en", "status": "draft", "time_known": "on",
    }  # fmt: skip
    if article:
        fields |= {
            name: getattr(article, name)
            for name in ("headline", "standfirst", "body", "byline", "slug", "source_ref", "status")
        }
        fields |= {
            "published_on": str(article.published_on),
            "publication": article.publication_id,
            "section": article.section_id or "",
        }
        fields |= {
            "published_at_0": f"{article.published_at:%Y-%m-%d}",
            "published_at_1": f"{article.published_at:%H:%M:%S}",
        }
        fields |= {"headline_made": "on"} if article.headline_made else {}
        fields["time_known"] = "on" if article.time_known else ""
    fields |= inline(
        "mentions", article.mentions.order_by("pk") if article else (), ("tag", "role", "quoted", "count")
    )
    fields |= inline("topic_links", article.topic_links.order_by("pk") if article else (), ("tag",))
    fields |= changes
    return {
        name: value
        for name, value in fields.items()
        if not (name in ("time_known", "headline_made") and not value)
    }


def inline(prefix, links, names, extra=()):
    """Return the rows of one inline form."""
    fields = {f"{prefix}-TOTAL_FORMS": len(links) + len(extra), f"{prefix}-INITIAL_FORMS": len(links)}
    for number, link in enumerate(links):
        values = {"id": link.pk, "content_object": link.content_object_id}
        values |= {name: getattr(link, f"{name}_id" if name == "tag" else name) for name in names}
        fields |= {f"{prefix}-{number}-{name}": value for name, value in values.items() if value is not False}
    for number, row in enumerate(extra, len(links)):
        fields |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return fields


def act(client, action, articles, query="", **fields):
    """Run an action on the articles as the list's form does, and return the response."""
    chosen = [article if isinstance(article, str) else article.pk for article in articles]
    return client.post(
        list_of() + query, {"action": action, "index": 0, ACTION_CHECKBOX_NAME: chosen, **fields}
    )
