"""One reader for each kind of file: a page in, records and located problems out."""
