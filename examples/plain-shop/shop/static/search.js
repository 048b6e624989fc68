// Completions of the search box. No library: the shop's pages weigh less than 30 kB.
const box = document.querySelector("#search");
const list = document.querySelector("#completions");
let pending;

box.addEventListener("input", () => {
  pending?.abort();
  pending = new AbortController();
  fetch(`/search/completions?q=${encodeURIComponent(box.value)}`, { signal: pending.signal })
    .then((response) => response.json())
    .then((completions) => {
      list.replaceChildren(...completions.map((text) => new Option(text)));
    })
    .catch((error) => {
      if (error.name !== "AbortError") throw error;
    });
});
