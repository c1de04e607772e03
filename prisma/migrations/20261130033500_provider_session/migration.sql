-- The session at the OpenID provider, so that a sign-out there ends the sessions here.
ALTER TABLE "session" ADD COLUMN "provider_session" TEXT;
CREATE INDEX "session_provider_session_idx" ON "session"("provider_session");
