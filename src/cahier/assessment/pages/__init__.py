"""The pages of the assessment: ``rounds`` around a round, ``room`` in the workshop, ``profile`` after it."""
