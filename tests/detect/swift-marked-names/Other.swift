import SwiftUI

let theme: Theme = .gpt_hyphen_4o  // ok: no vendor's client is imported
