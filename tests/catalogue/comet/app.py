import comet_ml

experiment = comet_ml.start(project_name="p")
