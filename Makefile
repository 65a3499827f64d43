# The commands of the house. Each is a script of the same name, so that it also runs without make.

.DEFAULT_GOAL := help
.PHONY: help run release test check e2e bench faults fuzz

help: ## Lists the commands
	@sed -n 's/^\([a-z0-9]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 14

run: ## Builds the program, starts it on ./data and prints its address and log-ins
	@script/run

release: ## Builds target/release/xianji, optimised and with the web app inside
	@script/release

test: ## Runs every test on SQLite and PostgreSQL, the screen, the browser, form and types; closes with "N passed, N failed"
	@script/test

check: ## Formats, lints, types, licences and generated files
	@script/check

e2e: ## Runs the browser tests alone; `make e2e ARGS="--headed"`
	@script/e2e $(ARGS)

bench: ## Measures against the goals and writes bench/results
	@script/bench $(ARGS)

faults: ## Kills the program under load and looks for what was lost (some minutes)
	@script/faults $(ARGS)

fuzz: ## Searches for input that ends the program or gets a 5xx
	@script/fuzz $(ARGS)
