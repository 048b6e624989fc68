package com.openai.acme;

/** Our own class in a package that begins like the vendor's; uses gpt-4o in prose only. */
public class OpenAIClient {
    public String chat(String prompt) {
        return prompt;
    }
}
