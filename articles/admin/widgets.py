"""Choosing a person, topic, section or publication by typing a part of its name."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model
from django.forms.renderers import BaseRenderer
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.admin.parameters import is_number


class Autocomplete(AutocompleteSelect):
    """Django's own, but a record that is loaded already costs no query, and a wrong id no error 500."""

    loaded: Mapping[str, Model] = {}

    def optgroups(self, name: str, value: Sequence[str], attr: dict[str, Any] | None = None) -> list[Any]:
        """Return the option that is chosen, and the empty one if it may be chosen."""
        ids = [chosen for chosen in value if is_number(chosen)]
        if len(ids) != 1 or ids[0] not in self.loaded:
            return super().optgroups(name, ids, attr)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        chosen = self.create_option(name, ids[0], str(self.loaded[ids[0]]), True, len(empty))
        return [(None, [*empty, chosen], 0)]


class LoadedChoiceField(forms.ModelChoiceField):
    """A choice of a record that looks among those already loaded before it asks the database."""

    loaded: Mapping[str, Model] = {}

    def know(self, loaded: Mapping[str, Model]) -> None:
        """Take note of what is loaded, by id."""
        self.loaded = loaded
        widget = getattr(self.widget, "widget", self.widget)
        if isinstance(widget, Autocomplete):
            widget.loaded = loaded

    def to_python(self, value: object) -> Model | None:
        """Return the record chosen."""
        return self.loaded.get(str(value)) or super().to_python(value)


class WithoutScript(forms.TextInput):
    """A text field for browsers that run no script: the others have an Autocomplete beside it."""

    def render(
        self,
        name: str,
        value: object,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        """Return the field, for nobody else to see."""
        return format_html("<noscript>{}</noscript>", super().render(name, value, attrs, renderer))
