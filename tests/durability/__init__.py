"""Real runs that are killed at random moments: what they leave behind is one state or the other."""
