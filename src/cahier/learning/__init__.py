"""Floor 3: who learns. Trainings held, attendance, tasks and tests, application, coaching visits."""
