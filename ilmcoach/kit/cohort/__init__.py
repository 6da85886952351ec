"""A tutor's cohort: the summaries that learners gave, as one table."""
