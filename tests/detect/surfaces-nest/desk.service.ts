import OpenAI from 'openai';  // expect: use openai import

export class DeskService {
  private client = new OpenAI();

  async answer(text: string) {
    return this.client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: text }] });  // expect: flow openai user-content; model gpt-4o provider=openai
  }

  title() {
    return 'Desk';
  }
}
