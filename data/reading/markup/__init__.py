"""Markup: the text of HTML and XML, article and date of a web page, what RTF keeps in groups."""
