from pipecat.pipeline.pipeline import Pipeline

pipeline = Pipeline([])
