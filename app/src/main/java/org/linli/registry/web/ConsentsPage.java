package org.linli.registry.web;

import java.util.List;
import org.linli.registry.OwnerConsents;

/** What an owner agreed to, the newest first. @param community its name @param back the list of homes */
public record ConsentsPage(String community, String path, String back, List<OwnerConsents.Consent> consents) {}
