package org.linli.publishing.gate;

import java.time.Instant;

/**
 * A contact of an office that may stand in public texts.
 *
 * @param division where it may stand, and below
 * @param contact a phone as E.164, or a mail address
 * @param label whose it is, such as 街道物业办
 */
public record OpenContact(int number, String division, String contact, String label, Instant at, String by) {}
