<?php
return [
    'openai' => [
        // expect: use openai env
        'key' => env('OPENAI_API_KEY'),
        // expect: model gpt-4o provider=openai variable=OPENAI_MODEL
        'model' => env('OPENAI_MODEL', 'gpt-4o'),
    ],
];
