defmodule Desk do
  alias LangChain.Function # expect: use langchain import
  alias LangChain.Chains.LLMChain
  alias LangChain.ChatModels.ChatOpenAI # expect: use openai import

  def run do
    # expect: tool report can=runs-code
    report = Function.new!(%{name: "report", description: "Runs one", function: fn args, _ -> System.cmd("ls", [args]) end})

    LLMChain.new!(%{llm: ChatOpenAI.new!(%{model: "gpt-4o"})}) # expect: model gpt-4o provider=openai
    |> LLMChain.add_tools(report) # expect: agent langchain tools=report
    |> LLMChain.run(mode: :while_needs_response)
  end
end
