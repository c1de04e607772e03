-- The colours of the pages that a person chose: `system` is the setting of the device.
ALTER TABLE "person" ADD COLUMN "colour_scheme" TEXT NOT NULL DEFAULT 'system';
