package m
import "github.com/mark3labs/mcp-go/client" // expect: use mcp import
func A() { c, _ := client.NewStdioMCPClient("./server", nil, "--verbose"); _ = c } // expect: mcp server
