"""How a sentence is parted into clauses, and which day each of them tells of."""
