"""The web face: the same guide as static pages that any host can serve, without a server, a script or a cookie.

`pages.py` says which pages there are and what stands on each, `site.py` writes them to a folder.
"""
