import java.util.List;

public enum Known {
    O1("o1", 200_000), // expect: model o1 provider=openai
    O3_MINI("o3-mini", 200_000); // expect: model o3-mini provider=openai

    private static final List<String> MODEL_BLACKLIST = List.of("gemini-1.0-pro", "dall-e-2"); // ok: not used

    Known(String id, int tokens) {}
}
