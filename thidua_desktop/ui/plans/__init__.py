"""The tab of yearly plans: tasks by quarter, who does them, the plan as a paper."""
