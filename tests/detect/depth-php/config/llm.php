<?php

return [
    'model' => env('M01', 'acme-01'), // expect: model acme-01 provider=openai variable=M01
    'nested' => ['fast' => 'acme-02'], // expect: model acme-02 provider=openai
    'default' => 'house',
    'houses' => [
        'house' => ['model' => 'acme-03'], // expect: model acme-03 provider=openai
    ],
];
