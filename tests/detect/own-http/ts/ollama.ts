import { Rest } from './rest';

export class Ollama extends Rest {
  generate(prompt: string) {
    return this.post('/api/generate', { model: 'llama3.2', prompt });  // expect: model llama3.2 provider=ollama
  }
  tags() {
    return this.log('/api/generate');  // ok: nothing is sent
  }
}
