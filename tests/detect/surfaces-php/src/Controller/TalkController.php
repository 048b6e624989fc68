<?php
namespace App\Controller;
use App\Services\Answers;
use Symfony\Component\Routing\Attribute\Route;
#[Route('/api')]
class TalkController {
    #[Route('/chat', methods: ['POST'])]  // expect: surface chat route http asks=app/Services/Answers.php:6 route=/api/chat
    public function talk(Answers $answers, string $q) { return $answers->ask($q); }
    #[Route('/messages')]
    public function list() { return []; }
}
