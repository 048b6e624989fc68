import turbopuffer

tpuf = turbopuffer.Turbopuffer(region="gcp-us-central1")
