"""The kinds of record, by what they are about; `portfolio.records` has them all."""
