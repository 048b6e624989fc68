<?php

namespace Shop;

use ArdaGnsrn\Ollama\Ollama; // expect: use ollama import
use DeepSeek\DeepSeekClient; // expect: use deepseek import
use LucianoTonet\GroqPHP\Groq; // expect: use groq import
use Symfony\AI\Agent\Agent; // expect: use symfony-ai import
use Symfony\AI\Platform\Bridge\OpenAi\Factory; // expect: use openai import
use function Laravel\Ai\agent; // expect: use laravel-ai import
use function Codewithkyrian\Transformers\Pipelines\pipeline; // expect: use transformers import

class Clients
{
    public function deepseek(string $question)
    {
        // expect: model deepseek-chat provider=deepseek ; flow deepseek model=deepseek-chat user-content
        return DeepSeekClient::build('x')->query($question)->withModel('deepseek-chat')->run();
    }

    public function groq(string $question)
    {
        $groq = new Groq('x');
        // expect: flow groq model=llama-3.3-70b-versatile user-content
        return $groq->chat()->completions()->create([
            'model' => 'llama-3.3-70b-versatile', // expect: model llama-3.3-70b-versatile provider=groq
            'messages' => [['role' => 'user', 'content' => $question]],
        ]);
    }

    public function ollama(string $question)
    {
        $client = Ollama::client('http://localhost:11434'); // expect: endpoint http://localhost:11434 provider=ollama
        // expect: flow ollama model=llama3.2 user-content
        return $client->chat()->create(['model' => 'llama3.2', 'messages' => $question]); // expect: model llama3.2 provider=ollama
    }

    public function symfony(string $question)
    {
        $platform = Factory::createPlatform('x');
        // expect: model gpt-4o-mini provider=openai ; flow openai model=gpt-4o-mini user-content
        return $platform->invoke('gpt-4o-mini', $question);
    }

    public function symfonyAgent(string $question)
    {
        $agent = new Agent(Factory::createPlatform('x'), 'gpt-4.1'); // expect: model gpt-4.1 provider=openai
        return $agent->call($question); // expect: flow openai model=gpt-4.1 user-content
    }

    public function laravel(string $question)
    {
        // expect: flow openai model=gpt-4.1-mini user-content ; model gpt-4.1-mini provider=openai
        return agent(instructions: 'Be brief')->prompt($question, model: 'gpt-4.1-mini');
    }

    public function local(string $text)
    {
        $pipe = pipeline('sentiment-analysis', 'Xenova/distilbert-base-uncased-finetuned-sst-2-english'); // expect: model Xenova/distilbert-base-uncased-finetuned-sst-2-english provider=transformers
        return $pipe($text);
    }
}
