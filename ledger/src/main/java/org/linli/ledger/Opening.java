package org.linli.ledger;

/**
 * What a sum of commitments comes to: {@code heads·G1 + area·G2 + blinding·H}.
 *
 * @param heads 0 or more
 * @param areaDm2 area in 0.01 m², 0 or more
 * @param blinding the scalar beside them, 32 bytes
 */
public record Opening(long heads, long areaDm2, Bytes blinding) {}
