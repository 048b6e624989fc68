<?php

use TikToken\Encoder; // expect: use tiktoken import
