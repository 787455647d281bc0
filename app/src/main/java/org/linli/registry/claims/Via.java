package org.linli.registry.claims;

import org.springframework.modulith.NamedInterface;

/** In what capacity an account acts for an owner. */
@NamedInterface("claims")
public enum Via {
    OWNER,
    GUARDIAN,
    REPRESENTATIVE
}
