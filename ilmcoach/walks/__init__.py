"""A run of a walk: where the learner stands, what an answer changes. Pure rules, no screen."""
