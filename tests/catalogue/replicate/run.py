import replicate

replicate.run("black-forest-labs/flux-schnell", input={"prompt": "astronaut"})
