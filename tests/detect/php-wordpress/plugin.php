<!-- ok: text of the page -->
<div class="wrap"><p>Ask api.openai.com <?php echo esc_html($title); ?></p></div>
<?php
// ok: https://api.anthropic.com in a comment is nothing.
class Assistant {
    // expect: model gpt-4o-mini provider=openai
    protected $model = 'gpt-4o-mini';

    public function ask($prompt) {
        // expect: use openai http
        // expect: endpoint https://api.openai.com/v1 provider=openai ; endpoint https://api.openai.com/v1/chat/completions provider=openai
        $url = 'https://api.openai.com/v1' . '/chat/completions';
        $body = wp_json_encode(['model' => $this->model, 'prompt' => $prompt]);
        return wp_remote_post($url, ['body' => $body]); // expect: flow openai model=gpt-4o-mini user-content
    }

    public function gemini($prompt, $key) {
        // expect: use google-gemini http
        // expect: endpoint https://generativelanguage.googleapis.com/v1beta/models/gemini-2.0-flash:generateContent provider=google-gemini ; model gemini-2.0-flash provider=google-gemini
        return wp_remote_post("https://generativelanguage.googleapis.com/v1beta/models/gemini-2.0-flash:generateContent?key={$key}");
    }

    public function is_gpt($name) {
        return str_starts_with($name, 'gpt-4'); // ok: a test of a part
    }
}
