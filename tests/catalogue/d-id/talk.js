await fetch("https://api.d-id.com/talks", { method: "POST", headers, body });
