<?php
namespace App\Http\Controllers;
use App\Services\Answers;
use Illuminate\Http\Request;
class DeskController extends Controller {
    public function __construct(private Answers $answers) {}
    public function send(Request $request) { return $this->answers->ask($request->input('q')); }
    public function index() { return []; }
}
