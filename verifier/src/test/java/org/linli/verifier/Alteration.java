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
 * @param key fingerprint that somebody expects of the seal key; empty where nobody does
 * @param named what both must name, among others; unmodifiable
 */
record Alteration(String what, Bundle bundle, List<SignedHead> seen, String key, List<Finding> named) {
    private static final List<Alteration> ALL = Stream.of(
                    RecordAlterations.all(), BundleAlterations.all(), ElectionAlterations.all())
            .flatMap(List::stream)
            .toList();

    /** What the first verifier finds, by alteration; checked once for all tests. */
    private static final Map<String, List<Finding>> FOUND = new ConcurrentHashMap<>();

    Alteration(String what, Bundle bundle, Fault fault, String place) {
        this(what, bundle, List.of(), "", List.of(new Finding(fault, place)));
    }

    Alteration(String what, Bundle bundle, List<SignedHead> seen, Fault fault, String place) {
        this(what, bundle, seen, "", List.of(new Finding(fault, place)));
    }

    static List<Alteration> all() {
        return ALL;
    }

    List<Finding> findings() {
        return FOUND.computeIfAbsent(
                what,
                each -> (key.isEmpty() ? Verification.of(bundle, seen) : Verification.of(bundle, seen, key))
                        .findings());
    }

    @Override
    public String toString() {
        return what;
    }
}
