import FoundationModels

let session = LanguageModelSession()
