import h2o
from h2o.automl import H2OAutoML

h2o.init()
H2OAutoML(max_models=20).train(y="target", training_frame=frame)
