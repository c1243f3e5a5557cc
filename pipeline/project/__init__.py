"""The project on disk: reading and writing its files. Nothing else opens a file.

A verb loads the modules that it needs, and no others: this file imports none of them.
"""
