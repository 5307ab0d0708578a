"""Measurements, each beside a bound taken in the same run."""
