"""The prose of the project's own documents on its pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from datasette.hookspecs import hookimpl
from jinja2 import Environment
from markdown_it import MarkdownIt
from markupsafe import Markup

HERE = Path(__file__).parent.parent
FOLDERS = (HERE / "docs", HERE.parent / "docs")
"""Where the documents lie: beside the site in a package, beside its folder in a checkout."""


@cache
def document(name: str) -> Markup:
    """A document of ours as HTML. HTML within it is shown, not obeyed; its links are left out."""
    folder = next(folder for folder in FOLDERS if (folder / f"{name}.md").is_file())
    reader = MarkdownIt("js-default")
    tokens = reader.parse((folder / f"{name}.md").read_text(encoding="utf-8"))
    for token in tokens:
        token.children = [
            child for child in token.children or [] if child.type not in {"link_open", "link_close"}
        ]
    return Markup(reader.renderer.render(tokens, reader.options, {}))  # noqa: S704  escaped by the reader


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """Let the templates show a document."""
    env.filters["document"] = document
