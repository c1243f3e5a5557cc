"""The example project: how it comes about, and its texts as they are released."""
