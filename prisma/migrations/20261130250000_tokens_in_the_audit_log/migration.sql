-- Clients with a token of another service are known by its subject.
ALTER TYPE "audit_actor" ADD VALUE 'TOKEN';
ALTER TABLE "audit_entry" ADD COLUMN "subject" TEXT;
