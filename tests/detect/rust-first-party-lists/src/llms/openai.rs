pub struct OpenAIClient;
