"""Campaigns: the codes that municipalities put behind their links, and the local help that belongs to them.

They are read from one file, `campaigns.toml`; `campaigns/example.toml` shows every field.
An unknown code, and one whose period has ended or not begun, starts the guide as usual.
"""

from campaigns.loader import EXAMPLE, BrokenCampaigns, add, parse, read
from campaigns.schema import FEWEST_COPIES, Campaign, Contact, nearby

__all__ = ["EXAMPLE", "FEWEST_COPIES", "BrokenCampaigns", "Campaign", "Contact", "add", "nearby", "parse", "read"]
