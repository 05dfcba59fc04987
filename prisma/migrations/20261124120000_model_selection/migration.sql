-- Which version summaries show, apart from which one answers; and the jobs that bring a version up to everything that is stored.

CREATE TYPE "job_status" AS ENUM ('QUEUED', 'RUNNING', 'CANCELED', 'COMPLETED', 'FAILED');

CREATE TABLE "model_selection" (
    "id" INTEGER NOT NULL,
    "is_promoted" BOOLEAN NOT NULL,
    "shown_id" UUID,
    "is_shown_complete" BOOLEAN NOT NULL,

    CONSTRAINT "model_selection_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reclassification" (
    "id" UUID NOT NULL,
    "model_version_id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "status" "job_status" NOT NULL,
    "processed" INTEGER NOT NULL,
    "total" INTEGER,
    "succeeded" INTEGER NOT NULL,
    "cursor_tweet_id" UUID,
    "cursor_entity_id" UUID,
    "runner_id" UUID,
    "leased_until" TIMESTAMPTZ(3),
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "reclassification_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "model_selection_shown_id_key" ON "model_selection"("shown_id");

CREATE UNIQUE INDEX "reclassification_idempotency_key_key" ON "reclassification"("idempotency_key");

CREATE INDEX "reclassification_model_version_id_status_idx" ON "reclassification"("model_version_id", "status");

ALTER TABLE "model_selection" ADD CONSTRAINT "model_selection_shown_id_fkey" FOREIGN KEY ("shown_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "reclassification" ADD CONSTRAINT "reclassification_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say --------------------------------------------------------------------------------------------------

ALTER TABLE "model_selection" ADD CONSTRAINT "model_selection_is_one_row" CHECK ("id" = 1);

-- Until now the active version was the one that summaries showed, whether or not it had seen everything.
INSERT INTO "model_selection" ("id", "is_promoted", "shown_id", "is_shown_complete")
SELECT 1, false, active.id, NOT EXISTS (
  SELECT 1 FROM classification AS other
  WHERE other.model_version_id IS DISTINCT FROM active.id AND NOT EXISTS (
    SELECT 1 FROM classification AS own
    WHERE own.tweet_id = other.tweet_id AND own.entity_id = other.entity_id AND own.model_version_id = active.id))
FROM (VALUES (1)) AS one (row) LEFT JOIN model_version AS active ON active.alias = 'ACTIVE';

-- While the shown version is complete, it stays so: a process that does not know yet which version is shown, and stores another one's
-- answer alone, is told so by SQLSTATE PM001, and asks again. The query runs in a snapshot of its own, so that a statement which
-- waited for a switch of versions sees it.
CREATE FUNCTION "refuse_what_summaries_would_miss"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  shown uuid := (SELECT shown_id FROM model_selection WHERE is_shown_complete);
BEGIN
  IF shown IS NULL THEN
    RETURN NULL;
  END IF;
  IF EXISTS (
    SELECT 1 FROM added WHERE model_version_id <> shown AND NOT EXISTS (
      SELECT 1 FROM classification AS own
      WHERE own.tweet_id = added.tweet_id AND own.entity_id = added.entity_id AND own.model_version_id = shown)
  ) THEN
    RAISE EXCEPTION 'Summaries show the model version %, which must classify this as well.', shown USING ERRCODE = 'PM001';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "classification_checked" AFTER INSERT ON "classification" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_what_summaries_would_miss"();
