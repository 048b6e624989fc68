import openlit

openlit.init(otlp_endpoint="http://127.0.0.1:4318")
