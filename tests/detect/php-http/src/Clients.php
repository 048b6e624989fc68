<?php

namespace App;

use GuzzleHttp\Client;
use GuzzleHttp\Psr7\Request;
use Illuminate\Support\Facades\Http;
use Symfony\Component\HttpClient\HttpClient;
use Symfony\Contracts\HttpClient\HttpClientInterface;

class Clients
{
    public function __construct(private HttpClientInterface $http)
    {
    }

    public function guzzle(string $question)
    {
        $client = new Client(['base_uri' => 'https://api.openai.com/v1/']); // expect: use openai http ; endpoint https://api.openai.com/v1/ provider=openai ; endpoint https://api.openai.com/v1/chat/completions provider=openai
        // expect: flow openai model=gpt-4o-mini user-content
        return $client->post('chat/completions', [
            'headers' => ['Authorization' => 'Bearer ' . getenv('KEY')],
            'json' => [
                'model' => 'gpt-4o-mini', // expect: model gpt-4o-mini provider=openai
                'messages' => [['role' => 'user', 'content' => $question]],
            ],
        ]);
    }

    public function guzzleRequest(string $question)
    {
        $client = new Client();
        $body = json_encode(['model' => 'gpt-4.1', 'input' => $question]); // expect: model gpt-4.1 provider=openai
        // expect: endpoint https://api.openai.com/v1/responses provider=openai ; flow openai model=gpt-4.1 user-content
        $client->request('POST', 'https://api.openai.com/v1/responses', ['body' => $body]);
        $request = new Request('POST', 'https://api.openai.com/v1/embeddings', [], json_encode(['input' => $question])); // expect: endpoint https://api.openai.com/v1/embeddings provider=openai
        $client->sendAsync($request); // expect: flow openai user-content
    }

    public function laravel(string $question)
    {
        // expect: use mistral http ; endpoint https://api.mistral.ai/v1/chat/completions provider=mistral ; flow mistral model=mistral-large-latest user-content
        Http::withToken('x')->timeout(30)->post('https://api.mistral.ai/v1/chat/completions', [
            'model' => 'mistral-large-latest', // expect: model mistral-large-latest provider=mistral
            'messages' => $question,
        ]);
        $api = Http::withToken('x')->baseUrl('https://api.deepseek.com'); // expect: use deepseek http ; endpoint https://api.deepseek.com provider=deepseek ; endpoint https://api.deepseek.com/chat/completions provider=deepseek
        // expect: model deepseek-chat provider=deepseek ; flow deepseek model=deepseek-chat user-content
        $api->post('/chat/completions', ['model' => 'deepseek-chat', 'messages' => $question]);
    }

    public function symfony(string $question)
    {
        // expect: use groq http ; endpoint https://api.groq.com/openai/v1/chat/completions provider=groq ; flow groq model=llama-3.3-70b-versatile user-content
        $this->http->request('POST', 'https://api.groq.com/openai/v1/chat/completions', [
            'json' => ['model' => 'llama-3.3-70b-versatile', 'messages' => $question], // expect: model llama-3.3-70b-versatile provider=groq
        ]);
        $made = HttpClient::create();
        // expect: flow groq model=llama-3.1-8b-instant user-content
        $made->request('POST', 'https://api.groq.com/openai/v1/chat/completions', [
            'json' => ['model' => 'llama-3.1-8b-instant', 'messages' => $question], // expect: model llama-3.1-8b-instant provider=groq
        ]);
    }
}
