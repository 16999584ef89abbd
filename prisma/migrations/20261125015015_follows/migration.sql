-- CreateEnum
CREATE TYPE "Cadence" AS ENUM ('instant', 'daily', 'weekly');

-- CreateEnum
CREATE TYPE "AreaKind" AS ENUM ('municipality', 'category', 'neighbourhood', 'circle');

-- AlterTable
ALTER TABLE "follow" ADD COLUMN     "cadence" "Cadence" NOT NULL DEFAULT 'instant';

-- AlterTable
ALTER TABLE "outbound_mail" ADD COLUMN     "unsubscribe" TEXT;

-- CreateTable
CREATE TABLE "area_follow" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "AreaKind" NOT NULL,
    "municipality_id" TEXT,
    "category_id" TEXT,
    "place_id" UUID,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "radius" INTEGER,
    "cadence" "Cadence" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "area_follow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "cadence" "Cadence" NOT NULL,
    "causes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("event_id","person_id")
);

-- CreateIndex
CREATE INDEX "area_follow_person_id_idx" ON "area_follow"("person_id");

-- CreateIndex
CREATE INDEX "area_follow_municipality_id_idx" ON "area_follow"("municipality_id");

-- CreateIndex
CREATE INDEX "area_follow_category_id_municipality_id_idx" ON "area_follow"("category_id", "municipality_id");

-- CreateIndex
CREATE INDEX "notice_person_id_idx" ON "notice"("person_id");

-- AddForeignKey
ALTER TABLE "area_follow" ADD CONSTRAINT "area_follow_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_follow" ADD CONSTRAINT "area_follow_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_follow" ADD CONSTRAINT "area_follow_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_follow" ADD CONSTRAINT "area_follow_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "report_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Which columns a kind of area uses, and the same area followed twice is one follow.
ALTER TABLE area_follow ADD CONSTRAINT area_follow_shape CHECK (CASE kind
  WHEN 'municipality' THEN municipality_id IS NOT NULL AND category_id IS NULL AND place_id IS NULL AND num_nonnulls(lat, lon, radius) = 0
  WHEN 'category' THEN category_id IS NOT NULL AND place_id IS NULL AND num_nonnulls(lat, lon, radius) = 0
  WHEN 'neighbourhood' THEN place_id IS NOT NULL AND municipality_id IS NULL AND category_id IS NULL AND num_nonnulls(lat, lon, radius) = 3
  WHEN 'circle' THEN municipality_id IS NULL AND category_id IS NULL AND num_nonnulls(lat, lon, radius) = 3
END);
ALTER TABLE area_follow ADD CONSTRAINT area_follow_circle CHECK (radius BETWEEN 200 AND 5000 AND lat BETWEEN -85 AND 85 AND lon BETWEEN -180 AND 180);
CREATE UNIQUE INDEX area_follow_once ON area_follow (person_id, kind, municipality_id, category_id, place_id, lat, lon, radius) NULLS NOT DISTINCT;

-- The box of degrees that holds a circle (WGS84 degrees, radius in metres), for the index by which an event finds its circles.
CREATE FUNCTION circle_box(lat double precision, lon double precision, radius integer) RETURNS box LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT box(point(lon - radius / (111195 * cos(radians(lat))), lat - radius / 111195.0),
             point(lon + radius / (111195 * cos(radians(lat))), lat + radius / 111195.0))
$$;
-- Metres along the sphere between two positions (haversine, mean radius of the earth 6371 km).
CREATE FUNCTION metres_between(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT 2 * 6371000 * asin(least(1, sqrt(
    sin(radians(lat2 - lat1) / 2) ^ 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2)))
$$;
CREATE INDEX area_follow_circles ON area_follow USING gist (circle_box(lat, lon, radius)) WHERE radius IS NOT NULL;

-- What waits for an e-mail: of an event, and of a digest's reader.
CREATE INDEX notice_waiting ON notice (cadence, person_id, created_at) WHERE told_at IS NULL;
CREATE INDEX notice_told ON notice (told_at) WHERE told_at IS NOT NULL;
