"""The timeline as lines: laid out, grouped, counted, walked over; plain Python."""
