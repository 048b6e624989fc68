import hnswlib

p = hnswlib.Index(space="l2", dim=16)
