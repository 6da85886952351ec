"""Finding records by their words: an index in memory, pure of disk, clock and screen."""
