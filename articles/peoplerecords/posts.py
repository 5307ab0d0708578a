"""Organisations and their posts by name; those that are not known are made."""

from articles.models import Organisation, Post
from articles.models.article import next_free
from articles.models.organisation import LAST_RANK
from articles.people.names import slug
from articles.peoplerecords.terms import OF_THE_HOUSE, POSTS

KINDS = {
    Organisation.Kind.LEGISLATURE: (
        "senate",
        "house of representatives",
        "congress",
        "assembly",
        "parliament",
    ),
    Organisation.Kind.COURT: ("court",),
    Organisation.Kind.DEPARTMENT: ("department",),
    Organisation.Kind.GOVERNMENT: ("government",),
    Organisation.Kind.AGENCY: ("agency", "administration", "bureau", "commission"),
    Organisation.Kind.PARTY: ("party",),
}
"""Words that tell what sort of organisation bears them, in the order in which they are looked for."""

RANKS = {
    POSTS["prez"]: 1,
    POSTS["viceprez"]: 2,
    POSTS["sen"]: 60,
    **{POSTS[kind]: 70 for kind in OF_THE_HOUSE},
}
STYLES = {POSTS["sen"]: "Sen.", POSTS["rep"]: "Rep.\nCongressman\nCongresswoman", POSTS["del"]: "Del."}
PRINCIPAL = (POSTS["prez"], POSTS["viceprez"])


class Posts:
    """All posts of the archive, by title and organisation whatever their case."""

    def __init__(self) -> None:
        self.organisations = {found.name.lower(): found for found in Organisation.objects.all()}
        posts = Post.objects.select_related("organisation")
        self.posts = {(post.title.lower(), post.organisation.name.lower()): post for post in posts}

    def post(self, title: str, organisation: str) -> Post:
        """Return a post, made if there is none."""
        key = title.lower(), organisation.lower()
        if key not in self.posts:
            self.posts[key] = made_post(title, self.organisation(organisation))
        return self.posts[key]

    def organisation(self, name: str) -> Organisation:
        """Return an organisation, made if there is none."""
        if name.lower() not in self.organisations:
            self.organisations[name.lower()] = Organisation.objects.create(
                name=name, slug=free_slug(Organisation, slug(name)), kind=kind_of(name)
            )
        return self.organisations[name.lower()]


def made_post(title: str, organisation: Organisation) -> Post:
    """Make a post and return it, with what is known of those of Congress and the President."""
    known = title, organisation.name
    named = slug(title)
    if Post.objects.filter(slug=named).exists():
        named = free_slug(Post, slug(f"{title} {organisation.name}"))
    return Post.objects.create(
        title=title,
        organisation=organisation,
        slug=named,
        rank=RANKS.get(known, LAST_RANK),
        styles=STYLES.get(known, ""),
        principal=known in PRINCIPAL,
    )


def kind_of(name: str) -> Organisation.Kind:
    """Return what sort of organisation a name tells of, in English."""
    lower = name.casefold()
    return next(
        (kind for kind, words in KINDS.items() if any(word in lower for word in words)),
        Organisation.Kind.OTHER,
    )


def free_slug(model: type[Organisation] | type[Post], wanted: str) -> str:
    """Return a slug that no record of the kind has."""
    taken = model.objects.filter(slug__startswith=wanted).values_list("slug", flat=True)
    return next_free(wanted, set(taken))
