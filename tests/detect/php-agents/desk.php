<?php

use Prism\Prism\Enums\Provider; // expect: use prism-php import
use Prism\Prism\Facades\Tool;
use Prism\Prism\Prism;

$run = Tool::as('run_report')
    ->for('Runs a report')
    ->withStringParameter('name', 'Which one')
    ->using(function (string $name): string { // expect: tool run_report can=runs-code
        return shell_exec($name);
    });

$answer = Prism::text() // expect: agent prism tools=run_report ; use anthropic sdk-call
    ->using(Provider::Anthropic, 'claude-sonnet-4-5') // expect: model claude-sonnet-4-5 provider=anthropic
    ->withMaxSteps(2)
    ->withTools([$run])
    ->asText();

$plain = Prism::text()->using(Provider::Anthropic, 'claude-haiku-4-5')->withPrompt('Hi')->asText(); // expect: model claude-haiku-4-5 provider=anthropic
