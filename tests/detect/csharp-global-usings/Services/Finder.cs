namespace Shop.Services;

public class Finder(
    SearchClient search)  // expect: use azure-ai-search sdk-call
{
    // SearchClient stands in prose above the class, too.
    public async Task FindAsync(string question) =>
        await search.SearchAsync<object>(question);  // expect: flow azure-ai-search user-content
}

public class Maker
{
    public object Make(Uri endpoint) =>
        new AzureOpenAIClient(endpoint, null);  // expect: use azure-openai sdk-call ; unresolved endpoint azure-openai
}
