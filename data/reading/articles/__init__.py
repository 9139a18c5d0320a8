"""The documents inside a plain text: where articles, search results and furniture are among its lines."""
