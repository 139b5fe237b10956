"""An invented ministry: its feed and articles have the form of real ones, and nobody said what they say."""

from xml.sax.saxutils import escape

from scrapers.pages import Answer
from scrapers.press.outlets import Outlet

HOST = "https://ministry.example"
FEED = f"{HOST}/rss.xml"
LIST = "https://office.example/news"
OUTLET = Outlet(
    key="lv-nothing",
    country="lv",
    name="Ministry of Nothing",
    language="en",
    listing=FEED,
    kind="feed",
    article=rf"{HOST}/news/[^/]+",
)
SHARED = Outlet(
    key="lv-all",
    country="lv",
    name="Everybody",
    language="en",
    listing="https://all.example/rss.xml",
    kind="feed",
    article=r"https://all\.example/news/[^/]+",
    is_shared=True,
)
LISTED = Outlet(
    key="pl-office",
    country="pl",
    name="Office of Nothing",
    language="en",
    listing=LIST,
    kind="list",
    article=rf"{LIST}/[^/]+",
    items="div.art-prev li",
    date="p.event-date",
)
ABOUT = "Minister of Nothing on anti-personnel mines"
TEXT = (
    "The Minister of Nothing, Member 017, spoke on the Ottawa Convention before an invented audience. "
    "Nothing of this was ever said by anybody, and the paragraph is as long as it is for the extractor."
)


def item(title=ABOUT, path="/news/mines", published="Wed, 15 Jan 2025 23:30:00 +0000", **more):
    fields = {"title": title, "link": f"{HOST}{path}", "pubDate": published, **more}
    return (
        "<item>" + "".join(f"<{k}>{escape(v)}</{k}>" for k, v in fields.items() if v is not None) + "</item>"
    )


def feed(*items):
    channel = "<title>News</title><link>https://ministry.example</link>" + "".join(items or (item(),))
    dublin = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}<rss version="2.0" {dublin}><channel>{channel}</channel></rss>'


def article(title=ABOUT, text=TEXT, date="2025-01-16T01:30:00+02:00"):
    stated = f'<time datetime="{date}">then</time>' if date else ""
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title}</title></head><body>"
        f"<nav><a href='/'>Home</a></nav><main><article><h1>{title}</h1>{stated}<p>{text}</p>"
        "</article></main><footer>Contact</footer></body></html>"
    )


def answer(body, url=FEED, content_type=""):
    return Answer(url=url, body=body if isinstance(body, bytes) else body.encode(), content_type=content_type)
