-- Browsers that are signed in by a key. Of the cookie, only a hash is stored.
CREATE TABLE "access_session" (
    "hash" BYTEA NOT NULL,
    "key_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_session_pkey" PRIMARY KEY ("hash")
);

CREATE INDEX "access_session_key_id_idx" ON "access_session"("key_id");

ALTER TABLE "access_session" ADD CONSTRAINT "access_session_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "access_key"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A server forgets the sessions that it knows when one ends.
CREATE TRIGGER "access_session_end_announced" AFTER DELETE ON "access_session"
  FOR EACH STATEMENT EXECUTE FUNCTION "announce_access_keys"();
