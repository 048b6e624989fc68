from semantic_router import Route, SemanticRouter

politics = Route(name="politics", utterances=["who should I vote for"])
