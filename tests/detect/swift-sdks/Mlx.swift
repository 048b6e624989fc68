// expect: use apple-mlx import
import MLXLMCommon

struct Mlx {
    func load() async throws {
        // expect: model mlx-community/Qwen3-4B-4bit provider=apple-mlx
        _ = try await loadModel(id: "mlx-community/Qwen3-4B-4bit")
    }
}
