"""Choosing a person, topic, section or publication by typing a part of its name."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model
from django.utils.html import format_html

from articles.admin.parameters import is_number


class Autocomplete(AutocompleteSelect):
    """Django's own, but a chosen record that is loaded already costs no query, and a wrong id no error 500."""

    loaded: Model | None = None

    def optgroups(self, name: str, value: list[str], attr: Any = None) -> list[Any]:
        """Return the option that is chosen, and the empty one if it may be chosen."""
        ids = [chosen for chosen in value if is_number(chosen)]
        if self.loaded is None or ids != [str(self.loaded.pk)]:
            return super().optgroups(name, ids, attr)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        chosen = self.create_option(name, self.loaded.pk, str(self.loaded), True, len(empty))
        return [(None, [*empty, chosen], 0)]


class WithoutScript(forms.TextInput):
    """A text field for browsers that run no script: the others have an Autocomplete beside it."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> str:
        """Return the field, for nobody else to see."""
        return format_html("<noscript>{}</noscript>", super().render(name, value, attrs, renderer))
