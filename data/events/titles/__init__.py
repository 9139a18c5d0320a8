"""The line that stands for an event: who did what, where.

How a line is put right is known of English: its words are in its tables, the patterns of what such a line
is built of stand in these modules. In other languages little of them matches, and a line stays much as it
was written.
"""
