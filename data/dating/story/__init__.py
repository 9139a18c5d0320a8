"""Where a text is in its own story: the days told so far, its running year, the mentions side by side."""
