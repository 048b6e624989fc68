export const site = "https://huggingface.co/acme/chat"; // ok: a link
export const load = (repo: string, file: string) =>
  // expect: use huggingface http ; endpoint https://huggingface.co/{repo}/resolve/main/{file} provider=huggingface
  download(`https://huggingface.co/${repo}/resolve/main/${file}`);
