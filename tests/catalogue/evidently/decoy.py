text = "evidently not"
