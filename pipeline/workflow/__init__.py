"""Each verb of the command: a short list of the steps that it takes, from a project to files or findings.

Nothing is read or written here. A verb loads the modules that it needs, and no others: this file imports none of them.
"""
