package org.linli.registry.web;

import java.util.List;
import org.linli.registry.OwnerConsents;

/** What an owner agreed to, the newest first. @param subject community and owner, masked @param back the owner's page */
public record ConsentsPage(String subject, String path, String back, List<OwnerConsents.Consent> consents) {}
