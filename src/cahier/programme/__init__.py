"""Floor 6: the capacity-building programme, from a gap to a costed and dated plan.

Goals and priorities, causes, responses of six kinds, then the choice and the calendar: engines that
price a module, merge the calendars, choose what fits under budget, people and weeks, check the plan
again by other code, and say in reason codes why each thing is in or out.
"""
