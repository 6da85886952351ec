"""The parts of a document for a tutor, each built from what the learner wrote down."""
