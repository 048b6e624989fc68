import SpeziLLM
import SwiftUI

struct Chat: View {
    @LLMSessionProvider(schema: schema) var llm: LLMLocalSession
}
