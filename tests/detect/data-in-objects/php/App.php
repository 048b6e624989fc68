<?php

namespace App;

class App
{
    private Llm $llm;

    public function one($user)
    {
        $item = new Item($user->email, $user->iban);
        $this->llm->ask($item->text);
    }

    public function two($user)
    {
        $this->llm->sumUp(new Item($user->diagnosis, $user->iban));
    }
}
