"""Documents in, timeline out: everything of dateline that knows no screen."""
