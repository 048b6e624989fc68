import giskard

report = giskard.scan(model, dataset)
