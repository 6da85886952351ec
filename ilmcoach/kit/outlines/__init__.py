"""A document's outline sorted into what a pack holds: units, tasks, questions, reading, walks."""
