package org.linli.ledger;

/** Bytes or texts from outside that are not in the one form laid down for them; whoever reads a record catches it and names the place. */
public final class MalformedException extends RuntimeException {
    public MalformedException(String message) {
        super(message);
    }
}
