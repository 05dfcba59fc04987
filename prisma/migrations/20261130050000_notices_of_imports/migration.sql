-- What an import's file contains that the import does not read.
ALTER TABLE "import_job" ADD COLUMN "ignored_columns" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "notices" TEXT[] DEFAULT ARRAY[]::TEXT[];
