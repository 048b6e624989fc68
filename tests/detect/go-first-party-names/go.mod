module github.com/openai-fans/gallery
