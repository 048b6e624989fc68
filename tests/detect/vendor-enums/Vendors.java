package com.acme;

import com.acme.shop.CloudProvider;
import dev.langchain4j.model.ModelProvider; // expect: use langchain4j import
import org.springframework.ai.observation.conventions.AiProvider; // expect: use spring-ai import

class Vendors {
    static final ModelProvider FIRST = ModelProvider.GOOGLE_AI_GEMINI; // expect: use google-gemini config
    final String second = AiProvider.MISTRAL_AI.value(); // expect: use mistral config
    final CloudProvider cloud = CloudProvider.OLLAMA; // ok: of the tree's own

    boolean local(ModelProvider vendor) {
        switch (vendor) {
            case ModelProvider.OLLAMA: // ok: matched against
                return true;
            default:
                return vendor == ModelProvider.ANTHROPIC; // ok: compared
        }
    }
}
