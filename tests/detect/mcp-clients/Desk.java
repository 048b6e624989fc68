import io.modelcontextprotocol.client.transport.ServerParameters; // expect: use mcp import
import io.modelcontextprotocol.client.transport.StdioClientTransport;
class J { void a() { var p = ServerParameters.builder("java").args("-jar", "desk.jar").build(); } } // expect: mcp desk.jar
