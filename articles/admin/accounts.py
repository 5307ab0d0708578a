"""Accounts and groups: Django's own pages with the archive's bounds. The tags of taggit, unused, go."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from taggit.models import Tag

from articles.admin.base import Bounded
from articles.admin.filters import ActiveFilter, StaffFilter

admin.site.unregister([User, Group, Tag])


@admin.register(User)
class AccountAdmin(Bounded, UserAdmin):
    """Who may open the admin."""

    list_filter = (StaffFilter, ActiveFilter)
    sortable_by = ("username", "email")


@admin.register(Group)
class RoleAdmin(Bounded, GroupAdmin):
    """Roles: named sets of rights."""

    sortable_by = ("name",)
