package org.linli.publishing.gate.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.publishing.gate.Contacts;
import org.linli.publishing.gate.OpenContact;

/** The list, and what was typed and refused. @param problem null when nothing was */
public record ContactsPage(
        List<OpenContact> contacts, Contacts.@Nullable Problem problem, String contact, String label) {}
