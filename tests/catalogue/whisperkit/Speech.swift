import WhisperKit

let pipe = try await WhisperKit()
