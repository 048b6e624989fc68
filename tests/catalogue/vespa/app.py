from vespa.application import Vespa

app = Vespa(url="http://localhost", port=8080)
