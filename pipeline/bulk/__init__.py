"""Large sites: documents are read and built one by one, by several processes, and kept from one run to the next.

A document that is kept is taken as it is if everything that it was made of is the same, byte for byte. What a build writes never
depends on what is kept, nor on how many processes there are.
"""

from pipeline.bulk.shards import SHARD, Shard, given_shards, shard, shard_files
from pipeline.bulk.site import build_site
from pipeline.bulk.values import Site, Wish

__all__ = [
    "SHARD",
    "Shard",
    "Site",
    "Wish",
    "build_site",
    "given_shards",
    "shard",
    "shard_files",
]
