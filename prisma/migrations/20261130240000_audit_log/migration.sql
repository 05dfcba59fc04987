-- Who changed what: ids only, without texts, names and secrets.
CREATE TYPE "audit_actor" AS ENUM ('KEY', 'OPEN', 'COMMAND_LINE');
CREATE TYPE "audit_outcome" AS ENUM ('DONE', 'REFUSED', 'FAILED');

CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "actor" "audit_actor" NOT NULL,
    "key_id" UUID,
    "action" TEXT NOT NULL,
    "objects" JSONB NOT NULL,
    "outcome" "audit_outcome",

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "audit_entry_key_id_idx" ON "audit_entry"("key_id");

ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "access_key"("id") ON DELETE SET NULL ON UPDATE CASCADE;
