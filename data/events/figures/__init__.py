"""Figures that passages give: tolls, sums, shares, counts, and the particulars of an occasion."""
