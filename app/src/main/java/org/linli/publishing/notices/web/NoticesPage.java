package org.linli.publishing.notices.web;

import java.time.LocalDate;
import java.util.List;
import org.linli.publishing.notices.Notice;

/** Notices of a scope. @param mayWrite whether this hat posts one */
public record NoticesPage(List<Notice> notices, boolean mayWrite, boolean mayListContacts, LocalDate today) {}
