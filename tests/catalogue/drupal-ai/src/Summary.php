<?php

use Drupal\ai\OperationType\Chat\ChatInput;
use Drupal\ai\OperationType\Chat\ChatMessage;

$input = new ChatInput([new ChatMessage("user", $text)]);
