-- A version has a role; an alias is another name of an entity.
ALTER TYPE "model_alias" RENAME TO "model_role";
ALTER TABLE "model_version" RENAME COLUMN "alias" TO "role";
ALTER INDEX "model_version_alias_key" RENAME TO "model_version_role_key";
