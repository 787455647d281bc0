package org.linli.registry.claims;

import java.net.URI;
import java.util.Optional;

/** Port to a government portal that knows its people by name and number. Each portal is an adapter; none is needed. */
public interface GovernmentSignIn {

    /** Somebody as the portal knows them. @param idNumber of the resident identity card */
    record Person(String name, String idNumber) {}

    /** What must be kept until the person comes back. @param page the portal's own page to go to */
    record Departure(URI page, String state, String nonce, String verifier) {}

    /** Whether there is a portal to go to. */
    boolean isAvailable();

    /** @param back where the portal shall send the person */
    Departure depart(URI back);

    /** Who came back; empty when the portal did not answer for anybody. @param code what the portal sent along */
    Optional<Person> arrive(Departure departure, URI back, String code);
}
