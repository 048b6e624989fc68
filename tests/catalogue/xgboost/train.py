import xgboost as xgb

xgb.XGBClassifier().fit(X, y)
