package org.linli.registry.claims;

import org.springframework.modulith.NamedInterface;

/** On what a claim stands, the strongest first. Source: own default [D]. */
@NamedInterface("claims")
public enum Assurance {
    /** A government portal named the person, and name and number are the register's. */
    A,
    /** Name, number and certificate are the register's. */
    B,
    /** Papers seen by one worker and confirmed by another. */
    C,
    /** The code of a letter delivered to the home, and the number is the register's. */
    D
}
