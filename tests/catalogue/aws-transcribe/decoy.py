from shop.transcribe import make

transcribe = make("transcribe")
