package org.linli.platform.web;

/** There is no such thing for this viewer: unknown, foreign and forged ids all end here, with the same body. */
public final class NotFound extends RuntimeException {
    public NotFound() {
        super("not found", null, false, false);
    }
}
