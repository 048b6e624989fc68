var client = await GetClientAsync();
await client.CompleteChatAsync(Console.ReadLine());  // expect: use openai sdk-call ; flow openai unresolved model=gpt-4o
