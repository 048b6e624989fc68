import cassio

cassio.init(contact_points=["127.0.0.1"], keyspace="demo")
