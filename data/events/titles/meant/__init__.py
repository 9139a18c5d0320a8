"""What words of a line mean by the rest of its document: "he", "it", "the deal", "the two sides"."""
