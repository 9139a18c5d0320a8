"""The line that stands for an event: who did what, where.

``headlines.py`` makes the titles of one document's clauses, ``naming.py`` chooses that of an event among
them. In between a range of text becomes words (``wording/``), which are made to stand by themselves
(``standing_alone/``), told with the names of what they mean (``meant/``), and cut to fit (``fitting/``).

How a line is put right is known of English: its words are in its tables, the patterns of what such a line
is built of stand in these modules. In other languages little of them matches, and a line stays much as it
was written.
"""
