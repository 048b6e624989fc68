<?php
use App\Http\Controllers\DeskController;
use App\Services\Answers;
use Illuminate\Support\Facades\Route;
Route::post('/chat', [DeskController::class, 'send']);  // expect: surface chat route http asks=app/Services/Answers.php:6 route=/chat
Route::get('/messages', [DeskController::class, 'index']);
Route::prefix('assistant')->group(function () {
    Route::post('/say', 'App\Http\Controllers\DeskController@send');  // expect: surface chat route http asks=app/Services/Answers.php:6 route=/assistant/say
});
Route::get('/talk', fn () => view('talk'));  // ok: nothing is asked
add_action('wp_ajax_desk_ask', 'desk_ask');  // expect: surface chat route http asks=app/Services/Answers.php:6 route=/wp_ajax_desk_ask
function desk_ask() { (new Answers())->ask($_POST['q']); }
