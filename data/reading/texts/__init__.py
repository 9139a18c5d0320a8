"""What holds for any text: its paragraphs and sentences, its language, its links, its digest and id."""
