-- Keys of clients. Of a key, only a hash is stored.
CREATE TYPE "key_scope" AS ENUM ('READ', 'CLASSIFY', 'REVIEW', 'ADMIN');

CREATE TABLE "access_key" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "scopes" "key_scope"[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_key_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "access_key_prefix_key" ON "access_key"("prefix");

-- Every server holds the keys in memory, and reads them again after each change, also after a change by SQL. The time of the last use is
-- not such a change.
CREATE FUNCTION "announce_access_keys"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('pulso_keys', '');
  RETURN NULL;
END $$;

CREATE TRIGGER "access_key_announced" AFTER INSERT OR DELETE OR TRUNCATE ON "access_key"
  FOR EACH STATEMENT EXECUTE FUNCTION "announce_access_keys"();
CREATE TRIGGER "access_key_change_announced" AFTER UPDATE OF "hash", "prefix", "scopes", "expires_at", "revoked_at" ON "access_key"
  FOR EACH STATEMENT EXECUTE FUNCTION "announce_access_keys"();
