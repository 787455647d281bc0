package org.linli.ledger;

import java.math.BigInteger;

/**
 * What opens a commitment to an area: an owner's own, or the sum of a roll.
 *
 * @param areaDm2 area in 0.01 m²
 * @param blinding the scalar beside it, 32 bytes
 */
public record AreaOpening(long areaDm2, Bytes blinding) {
    /** Whether it opens the commitment. @throws MalformedException if either is no point or no scalar */
    public boolean opens(Suite suite, Bytes commitment) {
        return suite.commit(BigInteger.ZERO, BigInteger.valueOf(areaDm2), suite.scalar(blinding))
                .equals(suite.point(commitment));
    }
}
