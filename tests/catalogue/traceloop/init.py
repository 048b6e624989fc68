from traceloop.sdk import Traceloop

Traceloop.init(app_name="svc")
