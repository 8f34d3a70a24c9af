"""Every mistake that a proof checks for is found, and named in one sentence that tells a newcomer what to do."""

import inspect
import pkgutil
import re
from importlib import import_module
from itertools import chain

import pytest

import flows.guide
from bot.chat import page_proofs
from bot.chat.pages import Pages
from flows import proofs as map_proofs
from flows.guide import BrokenMap, Guide
from flows.map import REGIONS
from locales import Locale, Locales
from tests import broken_maps

MODULES = {
    name: import_module(f"tests.broken_maps.{name}") for _, name, _ in pkgutil.iter_modules(broken_maps.__path__)
}
MAP_PROOFS = {proof.__name__: proof for proof in map_proofs.PROOFS}
PAGE_PROOFS = {proof.__name__: proof for proof in (*page_proofs.PROOFS, page_proofs.every_page_fits_a_phone)}
REFUSED = "Guide"


def said_of_the_page(name: str) -> list[str]:
    broken = MODULES[name]
    words = getattr(broken, "WORDS", {"nl": {}})
    languages = Locales({code: Locale(code, spoken) for code, spoken in words.items()})
    pages = Pages(Guide(getattr(broken, "REGIONS", REGIONS)), languages)
    sheets = getattr(broken, "SHEETS", None) or page_proofs.sheets(pages)
    return list(dict.fromkeys(PAGE_PROOFS[broken.PROOF](pages, sheets)))


def said_of(name: str) -> list[str]:
    broken = MODULES[name]
    if broken.PROOF in PAGE_PROOFS:
        return said_of_the_page(name)
    if broken.PROOF in MAP_PROOFS:
        return list(dict.fromkeys(MAP_PROOFS[broken.PROOF](Guide(broken.REGIONS))))
    assert broken.PROOF == REFUSED
    with pytest.raises(BrokenMap) as refused:
        Guide(broken.REGIONS)
    return [str(refused.value)]


@pytest.mark.parametrize("name", MODULES)
def test_a_mistake_gives_these_sentences_and_no_others(name: str) -> None:
    assert said_of(name) == MODULES[name].FAULTS


@pytest.mark.parametrize("proof", [*MAP_PROOFS, *PAGE_PROOFS])
def test_every_proof_has_a_map_that_fails_it(proof: str) -> None:
    assert proof in {broken.PROOF for broken in MODULES.values()}


def test_everything_the_guide_refuses_has_a_map_that_is_refused() -> None:
    refusals = inspect.getsource(flows.guide).count("raise BrokenMap(")
    sentences = [broken.FAULTS[0].partition(": ")[2] for broken in MODULES.values() if broken.PROOF == REFUSED]
    assert len({re.sub("'.*'", "…", sentence) for sentence in sentences}) == refusals


@pytest.mark.parametrize("name", MODULES)
def test_a_broken_map_says_what_is_wrong_with_it_in_its_docstring(name: str) -> None:
    assert (MODULES[name].__doc__ or "").strip()


def test_every_sentence_is_one_line_that_names_its_place() -> None:
    sentences = list(chain.from_iterable(broken.FAULTS for broken in MODULES.values()))
    assert [sentence for sentence in sentences if "\n" in sentence or not sentence[0].islower()] == []
