from deepchecks.tabular.suites import full_suite

full_suite().run(train, test)
