import wavespeed

output = wavespeed.run("wavespeed-ai/z-image/turbo", {"prompt": "Cat"})
