import deeplake

ds = deeplake.create("s3://bucket/dataset")
