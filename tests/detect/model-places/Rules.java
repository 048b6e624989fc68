import com.openai.client.OpenAIClient; // expect: use openai import

class Rules {
  String pick(String size) {
    return switch (size) {
      case "s" -> "gpt-4o-mini"; // expect: model gpt-4o-mini provider=openai
      default -> "gpt-4o"; // expect: model gpt-4o provider=openai
    };
  }
}
