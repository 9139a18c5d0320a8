"""Documents made: of which source and format, with id, language and publication date."""
