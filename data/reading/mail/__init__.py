"""Mail messages, and those forwarded inside them."""
