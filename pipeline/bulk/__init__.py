"""Large sites: documents are read and built one by one, by several processes, and kept from one run to the next.

A document that is kept is taken as it is if everything that it was made of is the same, byte for byte. What a build writes never
depends on what is kept, nor on how many processes there are.

Each module is imported by itself: who makes templates needs nothing of what makes pages.
"""
