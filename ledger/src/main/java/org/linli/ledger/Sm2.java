package org.linli.ledger;

import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** SM2 signatures as r and s of 32 bytes each, with the usual identifier. Source: GB/T 32918.2, GM/T 0009. */
final class Sm2 {
    private Sm2() {}

    /** Its identifier is 1234567812345678 unless told otherwise. */
    static SM2Signer signer() {
        return new SM2Signer(PlainDSAEncoding.INSTANCE);
    }

    static ECPrivateKeyParameters privateKey(BigInteger scalar) {
        return new ECPrivateKeyParameters(scalar, domain());
    }

    static ECPublicKeyParameters publicKey(Bytes encoded) {
        return new ECPublicKeyParameters(Suite.SM2_SM3.point(encoded), domain());
    }

    static Bytes publicKey(BigInteger scalar) {
        return Suite.SM2_SM3.encode(domain().getG().multiply(scalar));
    }

    private static ECDomainParameters domain() {
        X9ECParameters curve = CustomNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(
                Suite.SM2_SM3.curve(), Suite.SM2_SM3.curve().importPoint(curve.getG()), curve.getN());
    }
}
