"""The screen of dateline: shows a timeline and parses nothing."""
