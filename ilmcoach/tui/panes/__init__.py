"""The tabs of the first screen, a file each."""
