<?php

$a = '{ "model": "gpt-4o-mini", "messages": [] }'; // expect: model gpt-4o-mini provider=openai
// expect: model gpt-4.1 provider=openai
$b = <<<JSON
{ "model": "gpt-4.1", "messages": [] }
JSON;
