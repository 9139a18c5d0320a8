"""What other documents tell of a document's day: the same story, the same clause, the words it quotes."""
