<?php
namespace App\Livewire;
use App\Services\Answers;
use Livewire\Component;
class ChatBox extends Component {
    public string $text = '';
    public function render() { return view('livewire.chat-box'); }
    public function send(Answers $answers) { $this->text = $answers->ask($this->text); }  // expect: surface chat route livewire asks=app/Services/Answers.php:6 route=/chat-box
}
