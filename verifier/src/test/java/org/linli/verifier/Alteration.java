package org.linli.verifier;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.linli.ledger.SignedHead;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.Fault;
import org.linli.ledger.bundle.Finding;

/**
 * A bundle in which something was changed that matters. Both verifiers must name it.
 *
 * @param what in words
 * @param seen heads that a witness kept
 * @param fault a name both must give, among others
 * @param place where, as the first verifier says it; {@link #ANYWHERE} where the place does not matter
 */
record Alteration(String what, Bundle bundle, List<SignedHead> seen, Fault fault, String place) {
    static final String ANYWHERE = "*";

    private static final List<Alteration> ALL = Stream.concat(
                    RecordAlterations.all().stream(), BundleAlterations.all().stream())
            .toList();

    /** What the first verifier finds, by alteration; checked once for all tests. */
    private static final Map<String, List<Finding>> FOUND = new ConcurrentHashMap<>();

    static List<Alteration> all() {
        return ALL;
    }

    List<Finding> findings() {
        return FOUND.computeIfAbsent(what, each -> Verification.of(bundle, seen).findings());
    }

    @Override
    public String toString() {
        return what;
    }
}
