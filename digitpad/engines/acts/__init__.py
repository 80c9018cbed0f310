"""The tape in acts: one training step of the lesson's page, stopped line by line, and what each line made."""
