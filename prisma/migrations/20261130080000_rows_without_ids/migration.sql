-- A row without an id was identified by the hash of its file and its number. Now it is identified by its values, and by how often the file
-- has repeated them: see `src/classification/tweet-identity.ts`, which computes the same hash. Only imports have claims, so tweets of calls
-- without an id keep their random identities.
UPDATE "tweet" SET "identity" = sha256(
  convert_to('row', 'UTF8') || '\x00'::bytea
  || convert_to(encode("tweet"."text_hash", 'hex'), 'UTF8') || '\x00'::bytea
  || convert_to(coalesce("tweet"."author", ''), 'UTF8') || '\x00'::bytea
  || convert_to(coalesce(round(extract(epoch FROM "tweet"."posted_at") * 1000)::bigint::text, ''), 'UTF8') || '\x00'::bytea
  || convert_to("numbered"."occurrence"::text, 'UTF8')
)
FROM (
  SELECT "id", row_number() OVER (PARTITION BY "text_hash", "author", "posted_at" ORDER BY "stored_at", "id") AS "occurrence"
  FROM "tweet"
  WHERE "external_id" IS NULL AND EXISTS (SELECT FROM "import_mention" WHERE "tweet_id" = "tweet"."id")
) AS "numbered"
WHERE "numbered"."id" = "tweet"."id";

-- Rows that were stored before, and got a label from the import.
ALTER TABLE "import_job" ADD COLUMN "relabelled" INTEGER NOT NULL DEFAULT 0;
