<h1><?= htmlspecialchars($title) ?></h1>
<?php if ($user): ?>
<script>
const endpoint = "https://api.openai.com/v1/chat/completions";  // expect: endpoint https://api.openai.com/v1/chat/completions provider=openai; use openai http
async function ask(text) {
  return fetch(endpoint, { method: "POST", body: JSON.stringify({ model: "gpt-4o", messages: [{ role: "user", content: text }], user: <?= $id ?> }) });  // expect: flow openai user-content; model gpt-4o provider=openai
}
</script>
<?php endif; ?>
