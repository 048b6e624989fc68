export class OpenAI {
  ask(text: string) {
    return text;
  }
}
