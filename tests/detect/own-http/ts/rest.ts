export class Rest {
  private base = process.env.SERVER_URL ?? 'http://localhost:11434';  // expect: endpoint http://localhost:11434 provider=ollama; use ollama http
  async post(path: string, body: object) {
    const res = await fetch(`${this.base}${path}`, { method: 'POST', body: JSON.stringify(body) });  // expect: endpoint http://localhost:11434/api/generate provider=ollama; flow ollama user-content
    return res.json();
  }
  log(path: string) {
    console.log(path);
  }
}
