"""Starting things: processes, databases, browsers, phones."""
