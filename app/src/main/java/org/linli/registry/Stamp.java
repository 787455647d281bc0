package org.linli.registry;

import java.time.Instant;

/** By whom, when and why a row is recorded. */
record Stamp(Instant at, String by, Act act, String reason) {}
