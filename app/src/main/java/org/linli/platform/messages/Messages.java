package org.linli.platform.messages;

/** Sends messages to people: into the outbox, from where a gateway takes them. */
public interface Messages {

    /** Hands the message over in the caller's transaction; it is gone if that rolls back. */
    void send(Message message);
}
