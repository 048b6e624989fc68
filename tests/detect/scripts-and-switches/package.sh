esbuild src/index.ts --bundle --external:openai --external:react  # expect: use openai config
tsup src/a.ts --external @anthropic-ai/sdk  # expect: use anthropic config
echo --external:openai
