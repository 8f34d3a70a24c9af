"""Maps with one mistake each, and the sentences that report it.

Every module holds `PROOF`, the name of the proof that it fails (of `flows.proofs` or `bot.chat.page_proofs`; `Guide`
when the guide refuses the map), `REGIONS`, the smallest map with the mistake, and `FAULTS`, every sentence reported.
A module for a page proof may add `WORDS`, the translations of each language. Mistakes that no map can produce are
made on a page: such a module holds `SHEETS`, pages made by hand.
`tests/flows/test_broken_maps.py` runs them all.
"""
