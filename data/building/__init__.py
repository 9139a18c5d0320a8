"""What making a collection rests on: which files changed, what is kept, what is made anew."""
