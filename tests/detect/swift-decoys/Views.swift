import SwiftUI

// OpenAI(apiToken: "") in a comment is nothing.
struct OpenAI { // ok: a type of the app's own
    func chats(query: String) -> String { query }
}

struct Menu {
    let text = "We use OpenAI and Claude" // ok: prose
    let kind = OpenAI().chats(query: "gpt")
    func isNew(_ name: String) -> Bool { name.hasPrefix("gpt-4") } // ok: a test of a part
}
