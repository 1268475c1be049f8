"""The benchmarks, and what they generate: a package, run by `make bench` and its like."""
