package shop.files

import ai.koog.agents.core.agent.AIAgent  // expect: use koog import
import ai.koog.agents.core.tools.ToolRegistry
import ai.koog.agents.core.tools.annotations.Tool
import ai.koog.agents.core.tools.reflect.ToolSet
import ai.koog.prompt.executor.clients.openai.OpenAIModels
import ai.koog.prompt.executor.llms.all.simpleOpenAIExecutor
import java.io.File

class FileTools : ToolSet {
    @Tool
    fun read(path: String): String = File(path).readText()  // expect: tool read can=reads-sensitive
}

suspend fun main() {
    val agent = AIAgent(  // expect: agent koog name=agent model=gpt-4o tools=read ; use openai sdk-call
        promptExecutor = simpleOpenAIExecutor("key"),
        llmModel = OpenAIModels.Chat.GPT4o,  // expect: model gpt-4o provider=openai
        toolRegistry = ToolRegistry { tools(FileTools()) },
    )
    agent.run("hello")
}
