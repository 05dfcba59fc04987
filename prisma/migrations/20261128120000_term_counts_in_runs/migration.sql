-- A day that is written anew with every batch costs the more the more words it has; in runs of growing size a batch mostly touches small ones.
-- Rows that were written before are runs of the lowest level, whatever their size, until they are merged for the first time.

ALTER TABLE "term_daily" ADD COLUMN "level" SMALLINT NOT NULL DEFAULT 0;

ALTER TABLE "term_daily" DROP CONSTRAINT "term_daily_pkey",
ADD CONSTRAINT "term_daily_pkey" PRIMARY KEY ("entity_id", "model_version_id", "day", "level");
