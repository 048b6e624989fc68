@extends('layout')
<p>{{ $name }}</p>
<script type="module">
  import OpenAI from "https://esm.sh/openai@4";  // expect: use openai import
  const client = new OpenAI({ apiKey: {{ $key }} });
  client.chat.completions.create({ model: "gpt-4o-mini", messages: [{ role: "user", content: document.title }] });  // expect: flow openai user-content; model gpt-4o-mini provider=openai
</script>
