<?php
use SergiX44\Nutgram\Nutgram;
$client = OpenAI::client('k');  // expect: use openai sdk-call
$bot = new Nutgram('t');
$bot->onMessage(function (Nutgram $bot) use ($client) {  // expect: surface chat bot telegram asks=bot.php:6
    $bot->sendMessage($client->chat()->create(['model' => 'gpt-4o', 'messages' => [['role' => 'user', 'content' => $bot->message()->text]]]));  // expect: flow openai user-content; model gpt-4o provider=openai
});
$bot->onCommand('start', function (Nutgram $bot) { $bot->sendMessage('hi'); });
