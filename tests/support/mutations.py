"""How an answer may be spoilt: its bytes, the structure of its format, or what is said about it.

Each mutation takes a source of chance and an answer, and gives another answer; one that does not apply to the
format gives the answer as it is.
"""

import copy
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from lxml import etree, html

from scrapers.pages import Answer

Mutation = Callable[[random.Random, Answer], Answer]

TEXTS = (
    "",
    " ",
    "0",
    "-1",
    "9" * 400,
    "1e999",
    "NaN",
    "null",
    "0000-00-00",
    "9999-99-99",
    "2025-02-30T25:61:61",
    "31.02.2025",
    "²",
    "٣",
    "\N{RIGHT-TO-LEFT OVERRIDE}x",
    "e\N{COMBINING ACUTE ACCENT}" * 50,
    "\N{NO-BREAK SPACE}",
    "\N{ZERO WIDTH SPACE}",
    "\N{PILE OF POO}",
    "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}",
    "İ" * 3000,
    "%zz%ff%00",
    "//[::1",
    "https://[",
    "javascript:0",
    "http://x:99999999/",
    "<b>&amp;</b>",
    "(" * 2000,
    "a" * 20_000,
    " " * 20_000,
    "1" * 5000,
)
VALUES: tuple[Any, ...] = (
    *TEXTS,
    None,
    True,
    False,
    0,
    -1,
    10**30,
    2**63,
    -(2**63) - 1,
    1e308,
    0.1,
    [],
    {},
    [[]],
    [None],
    {"": None},
    "\ud800",
    "\0",
)
BYTES = (
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xa5",
    b"<",
    b">",
    b'"',
    b"&#0;",
    b"&#xD800;",
    b"&#99999999999;",
    b"<![CDATA[",
    b"<!--",
    b"<script>",
    b"]}",
    b"\x1a",
    b"\x85",
    "\u2028".encode(),
)
ENCODINGS = ("utf-16", "utf-8-sig", "latin-1", "windows-1257", "utf-7", "cp037")
CONTENT_TYPES = (
    "",
    "text/html",
    "text/html; charset=",
    "text/html; charset=nonsense",
    "text/html; charset=utf-7",
    "text/html; charset=base64",
    "text/xml; charset=utf-16",
    "application/json",
    "application/octet-stream",
    ";;;",
)


def place(chance: random.Random, body: bytes) -> tuple[int, int]:
    """The beginning and the end of a piece of the body."""
    start = chance.randrange(len(body) + 1)
    return start, min(len(body), start + int(chance.expovariate(0.02)))


def with_body(change: Callable[[random.Random, bytes], bytes]) -> Mutation:
    def mutation(chance: random.Random, answer: Answer) -> Answer:
        return replace(answer, body=change(chance, answer.body))

    return mutation


def drop(chance: random.Random, body: bytes) -> bytes:
    start, end = place(chance, body)
    return body[:start] + body[end:]


def repeat(chance: random.Random, body: bytes) -> bytes:
    start, end = place(chance, body)
    return body[:end] + body[start:end] * chance.choice((1, 1, 1, 30)) + body[end:]


def exchange(chance: random.Random, body: bytes) -> bytes:
    first, second = sorted((place(chance, body), place(chance, body)))
    if first[1] > second[0]:
        return body
    parts = body[slice(*second)], body[first[1] : second[0]], body[slice(*first)]
    return body[: first[0]] + b"".join(parts) + body[second[1] :]


def insert(chance: random.Random, body: bytes) -> bytes:
    start, _ = place(chance, body)
    return body[:start] + chance.choice(BYTES) + body[start:]


def flip(chance: random.Random, body: bytes) -> bytes:
    spoilt = bytearray(body)
    for _ in range(chance.choice((1, 1, 5, 50)) if body else 0):
        spoilt[chance.randrange(len(body))] = chance.randrange(256)
    return bytes(spoilt)


def cut(chance: random.Random, body: bytes) -> bytes:
    return body[: place(chance, body)[0]]


def empty(chance: random.Random, body: bytes) -> bytes:
    return chance.choice(
        (b"", b" \r\n", b"\xef\xbb\xbf", b"\0", b"null", b"{}", b"[]", b"<a/>", b"<html></html>")
    )


def other_figure(chance: random.Random, body: bytes) -> bytes:
    found = list(re.finditer(rb"\d+", body))
    if not found:
        return body
    start, end = chance.choice(found).span()
    figure = chance.choice(
        (b"0", b"-1", b"9" * 20, b"9" * 5000, b"1.5", "³".encode(), b"", b"00", b"13", b"99")
    )
    return body[:start] + figure + body[end:]


def other_word(chance: random.Random, body: bytes) -> bytes:
    found = list(re.finditer(rb"[^\W\d_]{2,}", body))
    if not found:
        return body
    start, end = chance.choice(found).span()
    return body[:start] + chance.choice(TEXTS).encode() + body[end:]


def encode(chance: random.Random, body: bytes) -> bytes:
    return body.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace")


def nest(chance: random.Random, body: bytes) -> bytes:
    depth = chance.choice((10, 300, 5000))
    start, end = place(chance, body)
    opened, closed = chance.choice(((b"[", b"]"), (b'{"a":', b"}"), (b"<div>", b"</div>"), (b"<b>", b"")))
    return body[:start] + opened * depth + body[start:end] + closed * depth + body[end:]


def json_structure(chance: random.Random, answer: Answer) -> Answer:
    try:
        tree = json.loads(answer.body)
    except (ValueError, RecursionError):
        return answer
    holders = [holder for holder in _holders(tree) if holder]
    if not holders:
        return answer
    _spoil_json(chance, chance.choice(holders))
    text = json.dumps(tree, ensure_ascii=chance.random() < 0.5)
    return replace(answer, body=text.encode("utf-8", "surrogatepass"))


def _holders(tree: Any) -> Iterator[Any]:
    waiting = [tree]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict | list):
            yield found
            waiting.extend(found.values() if isinstance(found, dict) else found)


def _spoil_json(chance: random.Random, holder: Any) -> None:
    key = chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
    action = chance.choice(("drop", "value", "value", "value", "rename", "copy", "order", "wrap"))
    if action == "drop":
        del holder[key]
    elif action == "value":
        holder[key] = chance.choice(VALUES)
    elif action == "rename" and isinstance(holder, dict):
        holder[chance.choice(("", key + "x", key.upper()))] = holder.pop(key)
    elif action == "copy" and isinstance(holder, list):
        holder.insert(chance.randrange(len(holder) + 1), copy.deepcopy(holder[key]))
    elif action == "order" and isinstance(holder, list):
        chance.shuffle(holder)
    elif action == "wrap":
        holder[key] = chance.choice(([holder[key]], {"a": holder[key]}))


def markup_structure(chance: random.Random, answer: Answer) -> Answer:
    is_xml = answer.body.lstrip().startswith(b"<?xml") or b"<html" not in answer.body[:2000].lower()
    try:
        root = etree.fromstring(answer.body) if is_xml else html.document_fromstring(answer.body)
    except (etree.LxmlError, ValueError):
        return answer
    elements = [element for element in root.iter(etree.Element) if element.getparent() is not None]
    if not elements:
        return answer
    _spoil_element(chance, chance.choice(elements))
    body = etree.tostring(root, encoding="utf-8") if is_xml else html.tostring(root, encoding="utf-8")
    return replace(answer, body=body)


def _spoil_element(chance: random.Random, element: Any) -> None:
    parent = element.getparent()
    action = chance.choice(
        ("drop", "text", "text", "attribute", "attribute", "lose", "rename", "copy", "order", "raise")
    )
    if action == "drop":
        parent.remove(element)
    elif action == "text":
        element.text = chance.choice(TEXTS)
    elif action == "attribute":
        names = element.keys() or ["href", "id", "class"]
        element.set(chance.choice(names), chance.choice(TEXTS))
    elif action == "lose" and element.keys():
        del element.attrib[chance.choice(element.keys())]
    elif action == "rename":
        element.tag = chance.choice(("x", "div", "td", f"{element.tag}x"))
    elif action == "copy":
        parent.insert(chance.randrange(len(parent) + 1), copy.deepcopy(element))
    elif action == "order":
        children = list(parent)
        chance.shuffle(children)
        parent[:] = children
    elif action == "raise":
        parent[:] = [*parent, *list(element)]


def other_type(chance: random.Random, answer: Answer) -> Answer:
    return replace(answer, content_type=chance.choice(CONTENT_TYPES))


def other_query(chance: random.Random, answer: Answer) -> Answer:
    """Another query: the page is found without it, and a redirect may change it."""
    address, _, query = answer.url.partition("?")
    parts = query.split("&")
    chance.shuffle(parts)
    queries = (
        "",
        "?",
        "?a",
        f"?{'&'.join(parts[1:])}",
        f"?{query}&{query}",
        "?=%zz",
        f"?{query}\N{PILE OF POO}",
    )
    return replace(answer, url=address + chance.choice(queries))


MUTATIONS: dict[str, Mutation] = {
    **{
        change.__name__: with_body(change)
        for change in (
            drop,
            repeat,
            exchange,
            insert,
            flip,
            cut,
            empty,
            other_figure,
            other_word,
            encode,
            nest,
        )
    },
    "json": json_structure,
    "json again": json_structure,
    "markup": markup_structure,
    "markup again": markup_structure,
    "type": other_type,
    "query": other_query,
}
