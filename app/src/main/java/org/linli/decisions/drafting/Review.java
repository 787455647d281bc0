package org.linli.decisions.drafting;

import java.time.Instant;

/** Somebody of the street or the neighbourhood read a version. @param reason why it was returned, or a remark; may be empty when accepted */
public record Review(int version, boolean accepted, String reason, String by, Instant at) {}
