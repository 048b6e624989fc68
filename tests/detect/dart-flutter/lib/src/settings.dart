// expect: use groq http
// expect: endpoint https://api.groq.com/openai/v1 provider=groq variable=LLM_URL
const baseUrl = String.fromEnvironment('LLM_URL', defaultValue: 'https://api.groq.com/openai/v1');
// expect: model llama-3.3-70b-versatile provider=groq
const chatModel = 'llama-3.3-70b-versatile';
