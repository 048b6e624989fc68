from sklearn.ensemble import RandomForestClassifier

RandomForestClassifier().fit([[0], [1]], [0, 1])
