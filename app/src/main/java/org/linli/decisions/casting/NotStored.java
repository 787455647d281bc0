package org.linli.decisions.casting;

import org.jspecify.annotations.Nullable;

/** A ballot or leaf is not known to be stored; to hand it in again is safe, since the same ballot is stored once. */
public final class NotStored extends RuntimeException {
    NotStored(@Nullable Throwable cause) {
        super("not stored", cause);
    }
}
