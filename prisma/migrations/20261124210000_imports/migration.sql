-- Imports as jobs, what they rejected, and which mentions each of them brought, so that it can be undone.

CREATE TYPE "import_status" AS ENUM ('QUEUED', 'RUNNING', 'CANCELING', 'CANCELED', 'COMPLETED', 'FAILED', 'UNDOING', 'UNDONE');

CREATE TABLE "import_job" (
    "id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "upload_id" UUID,
    "file_name" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "columns" TEXT[],
    "status" "import_status" NOT NULL,
    "size_bytes" DOUBLE PRECISION NOT NULL,
    "taken_bytes" DOUBLE PRECISION NOT NULL,
    "processed" INTEGER NOT NULL,
    "total" INTEGER,
    "succeeded" INTEGER NOT NULL,
    "duplicates" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,
    "worked_ms" DOUBLE PRECISION NOT NULL,
    "removed" INTEGER NOT NULL,
    "runner_id" UUID,
    "leased_until" TIMESTAMPTZ(3),
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_job_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "import_reject" (
    "import_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "field" TEXT[],
    "cells" TEXT[],
    "raw" TEXT,

    CONSTRAINT "import_reject_pkey" PRIMARY KEY ("import_id","ordinal")
);

CREATE TABLE "import_mention" (
    "tweet_id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,

    CONSTRAINT "import_mention_pkey" PRIMARY KEY ("tweet_id","entity_id","import_id")
);

CREATE UNIQUE INDEX "import_job_idempotency_key_key" ON "import_job"("idempotency_key");

CREATE INDEX "import_job_upload_id_idx" ON "import_job"("upload_id");

CREATE INDEX "import_mention_import_id_tweet_id_entity_id_idx" ON "import_mention"("import_id", "tweet_id", "entity_id");

ALTER TABLE "import_reject" ADD CONSTRAINT "import_reject_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "import_mention" ADD CONSTRAINT "import_mention_tweet_id_fkey" FOREIGN KEY ("tweet_id") REFERENCES "tweet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "import_mention" ADD CONSTRAINT "import_mention_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "import_mention" ADD CONSTRAINT "import_mention_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say --------------------------------------------------------------------------------------------------

-- One import at a time reads an upload.
CREATE UNIQUE INDEX "import_job_one_open_for_an_upload" ON "import_job"("upload_id") WHERE "status" IN ('QUEUED', 'RUNNING', 'CANCELING');

-- Runners look for work every two seconds, however many imports there ever were.
CREATE INDEX "import_job_open" ON "import_job"("created_at", "id") WHERE "status" IN ('QUEUED', 'RUNNING', 'CANCELING', 'UNDOING');
