"""Scripts that call libraries file by file, in the environments of the peers."""
