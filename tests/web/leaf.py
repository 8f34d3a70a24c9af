"""One page as a machine reads it: its elements, its links, and the words of a part of it."""

import re
from dataclasses import dataclass
from functools import cached_property
from posixpath import join, normpath

from turbohtml.etree import ElementView

from tests.support import markup

BLOCKS = {"p", "li", "h1", "h2", "h3", "ul", "div", "blockquote", "a", "section", "strong", "dt", "dd"}


@dataclass(frozen=True)
class Leaf:
    """A page: its address from the top of the pages, and its HTML."""

    address: str
    html: str

    @cached_property
    def tree(self) -> ElementView:
        """Raises `InvalidMarkup` when it is not valid HTML."""
        return markup.document(self.html)

    def all(self, tag: str) -> list[ElementView]:
        return list(self.tree.iter(tag))

    def one(self, tag: str) -> ElementView:
        (found,) = self.all(tag)
        return found

    def part(self, kind: str) -> ElementView:
        """The element of this class."""
        (found,) = [element for element in self.tree.iter() if kind in str(element.get("class", "")).split()]
        return found

    def meta(self, name: str) -> str:
        contents = [
            element.get("content", "")
            for element in self.all("meta")
            if name in (element.get("name"), element.get("http-equiv"))
        ]
        return contents[0] if contents else ""

    def links(self, within: ElementView | None = None) -> list[tuple[str, str]]:
        """Every link to another page: what it says, and the address it leads to."""
        found = (self.tree if within is None else within).iter("a")
        return [(words(link), self.there(href)) for link in found if is_ours(href := link.get("href", ""))]

    def there(self, href: str) -> str:
        """The address behind a link of this page. A page where people arrive goes through the folder of its edition."""
        path = normpath(join(self.address or ".", href))
        return re.sub(r"^\.\./[^/]+/", "", path).removesuffix("index.html")

    @property
    def dials(self) -> set[str]:
        """The numbers that the text of this page dials, furniture left out."""
        return {
            link.get("href", "") for link in self.one("article").iter("a") if link.get("href", "").startswith("tel:")
        }


def is_ours(href: str) -> bool:
    return bool(href) and not re.match(r"[a-z]+:|#", href)


def words(element: ElementView) -> str:
    """What an element says, blocks told apart by spaces."""

    def pieces(element: ElementView) -> str:
        inner = (element.text or "") + "".join(pieces(child) + (child.tail or "") for child in element)
        return f" {inner} " if element.tag in BLOCKS - {"a"} else inner

    return re.sub(r"\s+", " ", pieces(element)).strip()
