import ChatGPTSwift  // expect: use openai import
import SwiftUI

struct ChatView: View {
  @State var vm: ChatViewModel

  init(model: ChatGPTModel = .gpt_hyphen_4o, apiKey: String) {  // expect: model gpt-4o provider=openai
    vm = .init(model: model, apiKey: apiKey)
  }

  static let cheap: ChatGPTModel = .gpt_hyphen_3_period_5_hyphen_turbo  // expect: model gpt-3.5-turbo provider=openai
  static let font: Style = .body_hyphen_2  // ok: nobody's model
  // .gpt_hyphen_4 is the dearer one  // ok
}
