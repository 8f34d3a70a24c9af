"""How updates come in: each one handled before it is confirmed, and what is known of a chat."""
