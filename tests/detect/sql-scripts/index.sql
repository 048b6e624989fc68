/* # expect: use pgvector sdk-call */
CREATE TABLE pieces (
  id bigint,
  local_embedding vector(384)
);
-- create extension vector; -- ok: a comment
UPDATE settings SET model = 'gpt-4o' WHERE model = 'o'; -- # expect: model gpt-4o provider=openai
