"""The tutor's kit: prompt packs made, built into one file, received and installed."""
