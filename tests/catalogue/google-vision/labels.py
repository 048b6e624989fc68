from google.cloud import vision

client = vision.ImageAnnotatorClient()
client.label_detection(image=vision.Image())
