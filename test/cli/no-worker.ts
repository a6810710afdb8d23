/** A thread for tests that cannot start. */
throw new Error("no model here");
