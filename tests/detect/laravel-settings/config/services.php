<?php
return [
    'openai' => [
        'model' => env('OPENAI_MODEL', 'gpt-4o-mini'), // expect: use openai env ; model gpt-4o-mini provider=openai variable=OPENAI_MODEL
        'bare' => env('OPENAI_BARE'),
        'url' => env('OPENAI_URL', 'https://api.groq.com/openai/v1'), // expect: use groq http ; endpoint https://api.groq.com/openai/v1 provider=groq
    ],
];
