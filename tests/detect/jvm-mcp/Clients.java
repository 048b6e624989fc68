package shop.tools;

import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;  // expect: use mcp import ; use langchain4j import
import dev.langchain4j.mcp.client.transport.stdio.StdioMcpTransport;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import java.util.List;

class Clients {
  void connect() {
    var files = ServerParameters.builder("npx").args("-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "/srv").build();  // expect: mcp server-filesystem
    var client = McpClient.sync(new StdioClientTransport(files)).build();
    var remote = McpClient.sync(HttpClientStreamableHttpTransport.builder("https://mcp.example.com").build()).build();  // expect: mcp mcp.example.com
    var chained = new StdioMcpTransport.Builder().command(List.of("npx", "-y", "@modelcontextprotocol/server-everything")).build();  // expect: mcp server-everything
    var web = StreamableHttpMcpTransport.builder().url("https://tools.example.com/mcp").build();  // expect: mcp tools.example.com
  }
}
