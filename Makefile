# Thin: everything is done by installer/thidua.sh, which also runs by itself where make is missing.

TARGETS := setup run test check bench pictures lock clean

.DEFAULT_GOAL := help
.PHONY: help $(TARGETS)

help $(TARGETS):
	@sh installer/thidua.sh $@
