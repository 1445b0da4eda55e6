"""Pages from the goal to the agreement: goal, causes, responses, means, plan, agreement. One job each."""
