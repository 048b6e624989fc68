using ModelContextProtocol.Client;  // expect: use mcp import

public static class Clients
{
    public static async Task ConnectAsync()
    {
        // expect: mcp everything
        var local = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions { Name = "everything", Command = "npx", Arguments = ["-y", "@modelcontextprotocol/server-everything"] }));
        // expect: mcp mcp.example.com
        var remote = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri("https://mcp.example.com/mcp") }));
    }
}
