"""The composition root: clock, disk, packs and store put together, and what needs several."""
