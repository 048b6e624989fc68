export const find = (target: string) => fetch(`http://${target}:11434`); // expect: use ollama http ; endpoint http://{target}:11434 provider=ollama
export const shop = (target: string) => fetch(`http://${target}:8080/orders`); // ok: anybody's port
export const other = (target: string) => fetch(`http://orders.${target}.example:3000`); // ok
export const scan = (net: string, i: number) => {
  const target = `${net}.${i}`;
  return fetch(`http://${target}:11434`); // expect: endpoint http://{net}.{i}:11434 provider=ollama
};
