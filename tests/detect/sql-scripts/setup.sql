/* # expect: use pgvector sdk-call */
create extension vector
  with schema extensions;
CREATE TABLE articles (id bigint, title text); -- ok
