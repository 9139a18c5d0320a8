"""Measurements, as medians and as ratios against a peer in the same run; nothing here is asserted."""
