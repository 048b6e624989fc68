package com.acme;

import dev.langchain4j.service.SystemMessage; // expect: use langchain4j import
import dev.langchain4j.service.UserMessage;

interface Assistant {
    @SystemMessage("You help customers.")
    String answer(@UserMessage String question);
}
