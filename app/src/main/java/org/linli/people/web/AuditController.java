package org.linli.people.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The access log, for auditors: reading is all they can do. */
@Controller
class AuditController {

    private static final int PAGE = 100;

    private final AccessLog log;

    AuditController(AccessLog log) {
        this.log = log;
    }

    @Scoped(value = "list", roles = Role.AUDITOR)
    @GetMapping("/audit")
    ModelAndView audit(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        List<AccessLog.Entry> found = log.list(before, day(day), account(account), PAGE + 1);
        List<AccessLog.Entry> shown = found.subList(0, Math.min(PAGE, found.size()));
        return Views.of(
                "people/audit",
                new AuditPage(
                        shown,
                        day,
                        account,
                        found.size() > PAGE ? shown.getLast().id() : null));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static @Nullable Long account(String typed) {
        return typed.strip().matches("\\d{1,18}") ? Long.valueOf(typed.strip()) : null;
    }
}
