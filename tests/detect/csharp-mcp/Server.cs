using System.ComponentModel;
using ModelContextProtocol.Server;  // expect: use mcp import

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddMcpServer().WithStdioServerTransport().WithToolsFromAssembly();

[McpServerToolType]
public static class FileTools
{
    [McpServerTool, Description("Says it again.")]
    // expect: tool Echo can=none offered=FileTools
    public static string Echo(string message) => message;

    [McpServerTool(Name = "delete_file")]
    // expect: tool delete_file can=acts-outside offered=FileTools
    public static void Remove(string path) => File.Delete(path);

    public static void NotOffered() { }
}
