dependencies {
    implementation("org.springframework.ai:spring-ai-starter-model-anthropic") // expect: use spring-ai manifest ; use anthropic manifest
}
