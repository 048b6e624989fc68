package shop.clock;

import com.google.adk.agents.LlmAgent;  // expect: use google-adk import
import com.google.adk.tools.FunctionTool;
import java.util.Map;

class Clock {
  // expect: model gemini-2.5-flash provider=google-gemini ; agent google-adk name=clock model=gemini-2.5-flash tools=now ; use google-gemini sdk-call ; flow google-gemini none
  static final LlmAgent ROOT = LlmAgent.builder().name("clock").model("gemini-2.5-flash").instruction("Tell the time.").tools(FunctionTool.create(Clock.class, "now")).build();

  public static Map<String, String> now(String city) {  // expect: tool now can=none
    return Map.of("city", city);
  }
}
