-- What was measured of a version's estimates, and the model of its errors that intervals are computed from.
ALTER TABLE "model_version" ADD COLUMN "estimates" JSONB;
