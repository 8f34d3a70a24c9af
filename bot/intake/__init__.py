"""How updates come in: each one handled before it is confirmed."""
