from autogluon.tabular import TabularPredictor

predictor = TabularPredictor(label="class").fit("train.csv")
