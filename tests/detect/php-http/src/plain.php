<?php

function ask_curl(string $question)
{
    $data = ['model' => 'claude-3-5-haiku-20241022', 'messages' => [['role' => 'user', 'content' => $question]]]; // expect: model claude-3-5-haiku-20241022 provider=anthropic
    $ch = curl_init('https://api.anthropic.com/v1/messages'); // expect: use anthropic http ; endpoint https://api.anthropic.com/v1/messages provider=anthropic
    curl_setopt($ch, CURLOPT_POST, true);
    curl_setopt($ch, CURLOPT_POSTFIELDS, json_encode($data));
    return curl_exec($ch); // expect: flow anthropic model=claude-3-5-haiku-20241022 user-content
}

function ask_array(string $prompt)
{
    $curl = curl_init();
    curl_setopt_array($curl, [
        CURLOPT_URL => 'https://openrouter.ai/api/v1/chat/completions', // expect: use openrouter http ; endpoint https://openrouter.ai/api/v1/chat/completions provider=openrouter
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_POSTFIELDS => json_encode(['model' => 'openai/gpt-4o', 'messages' => $prompt]), // expect: model openai/gpt-4o provider=openrouter
    ]);
    return curl_exec($curl); // expect: flow openrouter model=openai/gpt-4o user-content
}

function ask_stream(string $prompt)
{
    $context = stream_context_create(['http' => [
        'method' => 'POST',
        'content' => json_encode(['model' => 'sonar-pro', 'messages' => $prompt]), // expect: model sonar-pro provider=perplexity
    ]]);
    // expect: use perplexity http ; endpoint https://api.perplexity.ai/chat/completions provider=perplexity ; flow perplexity model=sonar-pro user-content
    return file_get_contents('https://api.perplexity.ai/chat/completions', false, $context);
}

function ask_wordpress(string $prompt)
{
    // expect: use cohere http ; endpoint https://api.cohere.com/v2/chat provider=cohere ; flow cohere model=command-r-plus user-content
    return wp_remote_post('https://api.cohere.com/v2/chat', [
        'body' => wp_json_encode(['model' => 'command-r-plus', 'messages' => $prompt]), // expect: model command-r-plus provider=cohere
    ]);
}

function decoys(string $prompt)
{
    $ch = curl_init('https://shop.example/v1/messages');
    curl_setopt($ch, CURLOPT_POSTFIELDS, json_encode(['model' => 'own', 'messages' => $prompt]));
    curl_exec($ch); // ok: nobody's
    wp_remote_get('https://platform.openai.com/docs'); // ok: a page
    return file_get_contents(__DIR__ . '/claude.json'); // ok: a file
}
