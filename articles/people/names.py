from django.utils.text import slugify
def slug(n): return slugify(n)[:80] or "x"
def sort_name(n): return ", ".join(n.rsplit(" ",1)[::-1]) if " " in n else n
