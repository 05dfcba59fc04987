-- Two splits that no release could produce are gone; a published validation file need not be Kaggle's.
CREATE TYPE "evaluation_split_present" AS ENUM ('GROUPED', 'RANDOM_LEAKY', 'PUBLISHED_VALIDATION', 'EXTERNAL');

DELETE FROM "evaluation" WHERE "split" IN ('UNSEEN_ENTITIES', 'CORRECTIONS');

ALTER TABLE "evaluation" ALTER COLUMN "split" TYPE "evaluation_split_present" USING (
  CASE "split" WHEN 'KAGGLE_VALIDATION' THEN 'PUBLISHED_VALIDATION' ELSE "split"::text END
)::"evaluation_split_present";

DROP TYPE "evaluation_split";

ALTER TYPE "evaluation_split_present" RENAME TO "evaluation_split";
