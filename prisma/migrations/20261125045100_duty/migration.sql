-- Whether who moderates hears of a first flag at once, or of everything that waits in the morning.
ALTER TABLE "person" ADD COLUMN "duty_at_once" BOOLEAN NOT NULL DEFAULT true;
