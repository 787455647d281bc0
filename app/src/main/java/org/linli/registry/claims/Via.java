package org.linli.registry.claims;

/** In what capacity an account acts for an owner. */
public enum Via {
    OWNER,
    GUARDIAN,
    REPRESENTATIVE
}
