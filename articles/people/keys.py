"""What names are found by: case, accents, punctuation and spaces aside."""

from functools import lru_cache

from articles.people.names import slug


@lru_cache(maxsize=10_000)
def name_key(name: str) -> str:
    """Return the key of a name: "betoorourke" of "Beto O’Rourke", of "BETO O ROURKE" and of "beto-orourke"."""
    return slug(name).replace("-", "") if name.strip() else ""


def sort_key(sort_name: str) -> str:
    """Return the key of a name for sorting, family name first: "sessions,jeff" of "Sessions, Jeff".

    Without a comma the first word stands for the family, as it does in the order of names: "kim,jongun".
    """
    family, comma, given = " ".join(sort_name.split()).partition(",")
    if not comma:
        family, _, given = family.partition(" ")
    return f"{name_key(family)},{name_key(given)}" if family else ""
