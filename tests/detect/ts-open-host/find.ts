export const find = (target: string) => fetch(`http://${target}:11434`); // expect: use ollama http ; endpoint http://{target}:11434 provider=ollama
export const shop = (target: string) => fetch(`http://${target}:8080/orders`); // ok: anybody's port
export const other = (target: string) => fetch(`http://orders.${target}.example:3000`); // ok
export const scan = (net: string) => {
  for (let i = 2; i < 255; i++) {
    const target = `${net}.${i}`;
    probe(`http://${target}:11434`); // expect: endpoint http://{net}.2:11434 provider=ollama
  }
};
