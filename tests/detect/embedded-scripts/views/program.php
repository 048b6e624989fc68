<?php
use GuzzleHttp\Client;

$client = new Client();
$client->post('https://api.mistral.ai/v1/chat/completions', ['json' => ['model' => 'mistral-small-latest', 'messages' => [['role' => 'user', 'content' => $_POST['q']]]]]);  // expect: endpoint https://api.mistral.ai/v1/chat/completions provider=mistral; flow mistral user-content; model mistral-small-latest provider=mistral; use mistral http
?>
<script>fetch("/chat");</script>
