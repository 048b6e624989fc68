<?php

namespace App\Http\Controllers;

use App\Jobs\AskJob;
use App\Jobs\MailJob;

class UserController
{
    public function show($user)
    {
        AskJob::dispatch($user->iban)->onQueue('slow');
        MailJob::dispatch($user->email);
    }
}
