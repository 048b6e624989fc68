from judges.classifiers.correctness import PollMultihopCorrectness

PollMultihopCorrectness(model="gpt-4o-mini")
