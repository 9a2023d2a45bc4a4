"""Benchmarks: each is a ratio to a raw floor measured in the same run (`make bench`)."""
