"""Maps with one mistake each, and the sentence that says so.

Every module holds `PROOF`, the name of what it fails (a proof of `flows.proofs` or `bot.chat.page_proofs`, or
`Guide` for what the guide refuses to be made of), `REGIONS`, the smallest map with the mistake, and `FAULTS`, all that
is said of it.
A page proof may add `WORDS`, what each language says instead of the Dutch. What no map can break is broken
at the page: such a module holds `SHEETS`, pages made by hand.
`tests/flows/test_broken_maps.py` runs them all.
"""
