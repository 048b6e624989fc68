package com.acme.desk;

import org.springframework.ai.chat.client.ChatClient; // expect: use spring-ai import
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class Config {
    @Bean
    ChatClient chatClient(ChatClient.Builder builder) {
        return builder.defaultSystem("Be kind.").build();
    }
}
