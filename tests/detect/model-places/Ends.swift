import OpenAI // expect: use openai import

struct Ends {
    var model: String
    var shown: String { "gpt-4o" } // expect: model gpt-4o provider=openai
    init() { self.model = "gpt-4.1" } // expect: model gpt-4.1 provider=openai
    var id: String { switch self { case .big: "gpt-4o-mini" } } // expect: model gpt-4o-mini provider=openai
}
