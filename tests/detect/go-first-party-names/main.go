package main

import (
	"fmt"

	"github.com/alecthomas/chroma/v2"              // ok: a syntax highlighter
	tea "github.com/charmbracelet/bubbletea"       // ok
	"github.com/openai-fans/gallery/openai"        // ok: a package of this module
	"github.com/someone/pinecone"                  // ok
)

type screen struct{ model tea.Model }

func main() {
	client := openai.NewClient("oil")
	fmt.Println(client.CreateChatCompletion("Ask https://platform.openai.com or gpt-4o, they say"), chroma.Coalesce, pinecone.Tree) // ok
	fmt.Println("see https://api.openai.com is not called; set OPENAI_API_KEY elsewhere") // ok
}
