<?php

namespace App\Llm;

use App\Llm\Tier as Level;
use OpenAI; // expect: use openai import
use OpenAI\Laravel\Facades\OpenAI as Facade;
use function App\Llm\helper;
use const App\Llm\TOP;

class Chat
{
    private array $opts = ['model' => 'acme-20']; // expect: model acme-20 provider=openai

    public function constants(string $kind, Tier $tier, Settings $injected)
    {
        Facade::embeddings()->create(['model' => config('llm.model')]); // expect: flow openai none
        Facade::embeddings()->create(['model' => config('llm.nested.fast')]); // expect: flow openai none
        Facade::embeddings()->create(['model' => config('llm.houses.' . config('llm.default') . '.model')]); // expect: flow openai none
        Facade::embeddings()->create(['model' => Tier::Fast->value]); // expect: flow openai none
        Facade::embeddings()->create(['model' => Level::pick($kind)->value]); // expect: flow openai none
        Facade::embeddings()->create(['model' => Level::DEFAULT->value]); // expect: flow openai none
        Facade::embeddings()->create(['model' => $tier->other()]); // expect: flow openai none
        Facade::embeddings()->create(['model' => GLOBAL_MODEL]); // expect: flow openai none
        Facade::embeddings()->create(['model' => Consts::PLAIN]); // expect: flow openai none
        Facade::embeddings()->create(['model' => Consts::JOINED]); // expect: flow openai none
        Facade::embeddings()->create(['model' => Consts::of($kind)]); // expect: flow openai none
        Facade::embeddings()->create(['model' => Consts::$static]); // expect: flow openai none
        Facade::embeddings()->create(['model' => (new Child())->model()]); // expect: flow openai none
        Facade::embeddings()->create(['model' => (new Settings())->model]); // expect: flow openai none
        Facade::embeddings()->create(['model' => (new Settings())->other]); // expect: flow openai none
        Facade::embeddings()->create(['model' => Settings::make()->model]); // expect: flow openai none
        Facade::embeddings()->create(['model' => (new Settings())->withLate('acme-21')->late()]); // expect: model acme-21 provider=openai ; flow openai none
        Facade::embeddings()->create(['model' => $this->opts['model']]); // expect: flow openai none
    }

    public function env(array $args)
    {
        Facade::embeddings()->create(['model' => env('M22', 'acme-22')]); // expect: model acme-22 provider=openai variable=M22 ; flow openai none
        Facade::embeddings()->create(['model' => getenv('M23') ?: 'acme-23']); // expect: model acme-23 provider=openai variable=M23 ; flow openai none
        Facade::embeddings()->create(['model' => $_ENV['M24'] ?? 'acme-24']); // expect: model acme-24 provider=openai variable=M24 ; flow openai none
        Facade::embeddings()->create(['model' => $_SERVER['M25'] ?? 'acme-25']); // expect: model acme-25 provider=openai variable=M25 ; flow openai none
        $m = getenv('M26');
        if (!$m) {
            $m = 'acme-26'; // expect: model acme-26 provider=openai variable=M26
        }
        Facade::embeddings()->create(['model' => $m]); // expect: flow openai none
        Facade::embeddings()->create(['model' => getenv('M27') !== false ? getenv('M27') : 'acme-27']); // expect: model acme-27 provider=openai variable=M27 ; flow openai none
        Facade::embeddings()->create(['model' => isset($_ENV['M28']) ? $_ENV['M28'] : 'acme-28']); // expect: model acme-28 provider=openai variable=M28 ; flow openai none
        Facade::embeddings()->create(['model' => $args['model'] ?? 'acme-30']); // expect: model acme-30 provider=openai ; flow openai none
        Facade::embeddings()->create(['model' => getenv('M31')]); // expect: unresolved model openai variable=M31 ; flow openai none
        $m32 = null;
        $m32 ??= 'acme-32'; // expect: model acme-32 provider=openai
        Facade::embeddings()->create(['model' => $m32]); // expect: flow openai none
        Facade::embeddings()->create(['model' => \Illuminate\Support\Env::get('M33', 'acme-33')]); // expect: model acme-33 provider=openai variable=M33 ; flow openai none
        Facade::embeddings()->create(['model' => config('services.openai.model', 'acme-34')]); // expect: model acme-34 provider=openai ; flow openai none
        Facade::embeddings()->create(['model' => empty(getenv('M36')) ? 'acme-36' : getenv('M36')]); // expect: model acme-36 provider=openai variable=M36 ; flow openai none
        Facade::embeddings()->create(['model' => get_option('acme_model', 'acme-37')]); // expect: model acme-37 provider=openai ; flow openai none
        Facade::embeddings()->create(['model' => $this->fromEnv('M38', 'acme-38')]); // expect: model acme-38 provider=openai variable=M38 ; flow openai none
        Facade::embeddings()->create(['model' => env('M39') ?? 'acme-39']); // expect: model acme-39 provider=openai variable=M39 ; flow openai none
    }

    private function fromEnv(string $name, string $default): string
    {
        $value = getenv($name);

        return $value === false ? $default : $value;
    }

    public function texts()
    {
        $size = '40';
        Facade::embeddings()->create(['model' => "acme-{$size}"]); // expect: model acme-40 provider=openai ; flow openai none
        Facade::embeddings()->create(['model' => sprintf('acme-%s', '41')]); // expect: model acme-41 provider=openai ; flow openai none
        Facade::embeddings()->create(['model' => 'acme' . '-42']); // expect: model acme-42 provider=openai ; flow openai none
        Facade::embeddings()->create(['model' => implode('-', ['acme', '43'])]); // expect: model acme-43 provider=openai ; flow openai none
        Facade::embeddings()->create(['model' => strtolower('ACME-44')]); // expect: model acme-44 provider=openai ; flow openai none
        Facade::embeddings()->create(['model' => str_replace('_', '-', 'acme_45')]); // expect: model acme-45 provider=openai ; flow openai none
        Facade::embeddings()->create(['model' => $text]); // expect: flow openai none
        acme-48
        M]); // ok
        Facade::embeddings()->create(['model' => ltrim('/acme-49', '/')]); // expect: model acme-49 provider=openai ; flow openai none
        Facade::embeddings()->create(['model' => (string) 'acme-50']); // expect: model acme-50 provider=openai ; flow openai none
    }

    public function spread(string $kind)
    {
        $base = ['model' => 'acme-51']; // expect: model acme-51 provider=openai
        Facade::chat()->create([...$base, 'messages' => []]); // expect: flow openai model=acme-51 none
        Facade::chat()->create(array_merge($base, ['messages' => []])); // expect: flow openai model=acme-51 unresolved
        Facade::chat()->create($base + ['messages' => []]); // expect: flow openai model=acme-51 none
        $third = [];
        $third['model'] = 'acme-52'; // expect: model acme-52 provider=openai
        Facade::chat()->create($third); // expect: flow openai model=acme-52 none
        $model = 'acme-53'; // expect: model acme-53 provider=openai
        Facade::chat()->create(compact('model')); // expect: flow openai model=acme-53 unresolved
        Facade::chat()->create(array_filter(['model' => 'acme-54', 'messages' => []])); // expect: model acme-54 provider=openai ; flow openai model=acme-54 unresolved
        $create = fn (string $m) => Facade::chat()->create(['model' => $m, 'messages' => []]); // expect: flow openai model=acme-55 none
        $create('acme-55'); // expect: model acme-55 provider=openai
        $old = null;
        switch ($kind) {
            case 'a':
                $old = 'acme-56a'; // expect: model acme-56a provider=openai
                break;
            default:
                $old = 'acme-56b'; // expect: model acme-56b provider=openai
        }
        Facade::embeddings()->create(['model' => $old]); // expect: flow openai none
        if ($kind) $one = 'acme-57a'; // expect: model acme-57a provider=openai
        else $one = 'acme-57b'; // expect: model acme-57b provider=openai
        Facade::embeddings()->create(['model' => $one]); // expect: flow openai none
        foreach (['acme-58'] as $each) { // expect: model acme-58 provider=openai
            Facade::embeddings()->create(['model' => $each]); // expect: flow openai none
        }
        $pick = ['a' => 'acme-59'][$kind] ?? null; // expect: model acme-59 provider=openai
        Facade::embeddings()->create(['model' => $pick]); // expect: flow openai none
        ['model' => $got] = ['model' => 'acme-60']; // expect: model acme-60 provider=openai
        list($first, $second) = ['acme-61', 'x']; // expect: model acme-61 provider=openai
        Facade::embeddings()->create(['model' => $first]); // expect: flow openai none
        Facade::embeddings()->create(['model' => array_values(['acme-62'])[0]]); // expect: model acme-62 provider=openai ; flow openai none
        Facade::embeddings()->create(['model' => match (true) { // expect: flow openai none
            $kind === 'x' => 'acme-63a', // expect: model acme-63a provider=openai
            default => 'acme-63b', // expect: model acme-63b provider=openai
        }]);
        Facade::embeddings()->create(['model' => (function () { return 'acme-64'; })()]); // expect: model acme-64 provider=openai ; flow openai none
    }
}
