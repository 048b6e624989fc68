CREATE FUNCTION shop.ask(
  "question" TEXT,
  "chat_model" TEXT DEFAULT 'openai/gpt-4o-mini', /* // expect: model gpt-4o-mini provider=openai */
  "transformer" TEXT DEFAULT 'sentence-transformers/all-MiniLM-L6-v2', /* // expect: model sentence-transformers/all-MiniLM-L6-v2 provider=huggingface */
  "car_model" TEXT DEFAULT 'roadster-2', /* // ok: no model of AI */
  "schema" TEXT DEFAULT 'public'
) RETURNS TEXT LANGUAGE sql AS $$ SELECT question $$;
