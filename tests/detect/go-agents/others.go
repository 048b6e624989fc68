package desk

import (
	"context"
	"os/exec"

	"github.com/cloudwego/eino/components/tool" // expect: use eino import
	"github.com/cloudwego/eino/components/tool/utils"
	"github.com/cloudwego/eino/compose"
	"github.com/cloudwego/eino/flow/agent/react"
	"github.com/firebase/genkit/go/ai" // expect: use genkit import
	"github.com/firebase/genkit/go/genkit"
	"github.com/tmc/langchaingo/agents" // expect: use langchain import
	"github.com/tmc/langchaingo/llms/openai" // expect: use openai import
	"github.com/tmc/langchaingo/tools"
	"github.com/tmc/langchaingo/tools/serpapi"
)

type Shell struct{} // expect: tool shell can=runs-code

func (s Shell) Name() string        { return "shell" }
func (s Shell) Description() string { return "Runs a command." }
func (s Shell) Call(ctx context.Context, input string) (string, error) {
	out, err := exec.Command("sh", "-c", input).Output()
	return string(out), err
}

func once() {
	llm, _ := openai.New(openai.WithModel("gpt-4o")) // expect: model gpt-4o provider=openai
	search, _ := serpapi.New() // expect: tool serpapi can=reads-untrusted
	list := []tools.Tool{tools.Calculator{}, search, Shell{}} // expect: tool Calculator can=none
	desk := agents.NewOneShotAgent(llm, list, agents.WithMaxIterations(3)) // expect: agent langchain name=desk tools=Calculator,serpapi,shell can=untrusted-code
	_ = desk
}

type Place struct{ City string }

func look(ctx context.Context, in *Place) (string, error) { return in.City, nil } // expect: tool look can=none

func graph(ctx context.Context) {
	found, _ := utils.InferTool("look", "Looks up a place.", look)
	_, _ = react.NewAgent(ctx, &react.AgentConfig{ // expect: agent eino tools=look
		ToolCallingModel: chat,
		ToolsConfig:      compose.ToolsNodeConfig{Tools: []tool.BaseTool{found}},
	})
}

func ask(ctx context.Context, g *genkit.Genkit) {
	weather := genkit.DefineTool(g, "weather", "The weather.", func(ctx *ai.ToolContext, in Place) (string, error) { return in.City, nil }) // expect: tool weather can=none
	said, _ := genkit.Generate(ctx, g, ai.WithPrompt("x"), ai.WithTools(weather)) // expect: agent genkit name=said tools=weather ; flow genkit none
	_ = said
}

func plain(ctx context.Context, g *genkit.Genkit) {
	genkit.Generate(ctx, g, ai.WithPrompt("x")) // a model without tools is no agent // expect: flow genkit none
}
