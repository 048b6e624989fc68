from transformers import pipeline

classify = pipeline("text-classification", model="distilbert/distilbert-base-uncased-finetuned-sst-2-english")
