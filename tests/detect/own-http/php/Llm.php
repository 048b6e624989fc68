<?php
namespace App;
class Llm extends Gateway {
    private string $url = 'https://api.mistral.ai/v1/';  // expect: endpoint https://api.mistral.ai/v1/ provider=mistral; use mistral http
    public function ask(string $q) {
        return $this->request($this->url . 'chat/completions', ['model' => 'mistral-small-latest', 'messages' => [['role' => 'user', 'content' => $q]]]);  // expect: endpoint https://api.mistral.ai/v1/chat/completions provider=mistral; flow mistral user-content; model mistral-small-latest provider=mistral
    }
}
