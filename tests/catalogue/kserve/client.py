from kserve import KServeClient

KServeClient().get("iris", namespace="models")
