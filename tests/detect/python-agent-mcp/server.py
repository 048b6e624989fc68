from mcp.server.fastmcp import FastMCP  # expect: use mcp import

mcp = FastMCP("files")


@mcp.tool()
def read(path: str) -> str:  # expect: tool read can=reads-sensitive offered=files open=no
    return open(path).read()


@mcp.tool(name="write_note")
def write(path: str, text: str) -> None:  # expect: tool write_note can=acts-outside offered=files
    with open(path, "w") as file:
        file.write(text)
