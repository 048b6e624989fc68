SELECT SNOWFLAKE.CORTEX.COMPLETE('mistral-large', prompt) FROM questions; -- # expect: use snowflake-cortex sdk-call ; model mistral-large provider=snowflake-cortex
SELECT 'https://api.openai.com/v1/embeddings' AS url; -- # expect: use openai config
SELECT 'https://openai.com' AS link; -- ok: a site
