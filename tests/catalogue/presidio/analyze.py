from presidio_analyzer import AnalyzerEngine

AnalyzerEngine().analyze(text="My phone is 212-555-5555", language="en")
