<?php

class Rooted
{
    private $client;

    public function __construct()
    {
        $this->client = new \GuzzleHttp\Client(['base_uri' => 'https://api.anthropic.com']); // expect: use anthropic http ; endpoint https://api.anthropic.com provider=anthropic ; endpoint https://api.anthropic.com/v1/messages provider=anthropic
    }

    public function ask(string $question)
    {
        $this->client->request('POST', '/v1/messages', [ // expect: flow anthropic model=claude-3-5-haiku-20241022 user-content
            'json' => ['model' => 'claude-3-5-haiku-20241022', 'messages' => $question], // expect: model claude-3-5-haiku-20241022 provider=anthropic
        ]);
    }
}
