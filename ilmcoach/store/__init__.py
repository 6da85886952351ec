"""The portfolio on disk: safe saves, backups, drafts, notes that wait, recovery."""
