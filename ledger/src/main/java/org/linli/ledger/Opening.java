package org.linli.ledger;

import java.math.BigInteger;

/**
 * What a sum of commitments comes to: {@code heads·G1 + area·G2 + blinding·H}.
 *
 * @param heads 0 or more
 * @param areaDm2 area in 0.01 m², 0 or more
 * @param blinding the scalar beside them, 32 bytes
 */
public record Opening(long heads, long areaDm2, Bytes blinding) {
    /** Whether it opens the commitment. @throws MalformedException if either is no point or no scalar */
    public boolean opens(Suite suite, Bytes commitment) {
        return suite.commit(BigInteger.valueOf(heads), BigInteger.valueOf(areaDm2), suite.scalar(blinding))
                .equals(suite.point(commitment));
    }
}
