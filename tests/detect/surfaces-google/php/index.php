<?php

use Google\CloudFunctions\FunctionsFramework;

FunctionsFramework::http('chat', 'chat');  // expect: surface chat route http route=/chat

function chat($request)
{
    $client = OpenAI::client('k');  // expect: use openai sdk-call

    // expect: flow openai user-content; model gpt-4o provider=openai
    return $client->chat()->create(['model' => 'gpt-4o', 'messages' => [['role' => 'user', 'content' => $request->getBody()]]]);
}
