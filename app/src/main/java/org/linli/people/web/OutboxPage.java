package org.linli.people.web;

import java.util.List;
import org.linli.platform.messages.Outbox;

/** @param messages newest first */
public record OutboxPage(List<Outbox.Sent> messages) {}
