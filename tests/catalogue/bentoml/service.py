import bentoml


@bentoml.service(resources={"gpu": 1})
class Summarizer:
    @bentoml.api
    def summarize(self, text: str) -> str:
        return text[:100]
