import re, html
class CleanHtml(str):
    def __html__(self): return str(self)
def clean(h): return CleanHtml(h)
def plain_text(h): return html.unescape(re.sub(r"<[^>]+>","",re.sub(r"</(p|li|h2|h3|tr|blockquote)>","\n",h)))
def word_count(t): return len(t.split())
