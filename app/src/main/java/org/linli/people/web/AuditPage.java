package org.linli.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.audit.AccessLog;

/** @param day and @param account the filters as typed @param next id before which the next page begins, or null */
public record AuditPage(
        List<AccessLog.Entry> entries,
        String day,
        String account,
        @Nullable Long next) {}
