using ModelContextProtocol.Client; // expect: use mcp import

class Desk
{
    void A()
    {
        var t = new StdioClientTransport(new StdioClientTransportOptions // expect: mcp desk
        {
            Name = "desk",
            Command = "dotnet",
            Arguments = ["run", "--project", "Desk"],
        });
    }
}
