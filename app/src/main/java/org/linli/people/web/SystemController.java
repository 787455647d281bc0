package org.linli.people.web;

import org.jspecify.annotations.Nullable;
import org.linli.people.SystemState;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Operation and jobs, for the system administrator. */
@Controller
class SystemController {

    private static final long MEGABYTE = 1_000_000;

    private final SystemState state;

    SystemController(SystemState state) {
        this.state = state;
    }

    @Scoped(value = "list", roles = Role.SYSTEM_ADMIN)
    @GetMapping("/system")
    ModelAndView system() {
        @Nullable String version = SystemController.class.getPackage().getImplementationVersion();
        SystemState.Database database = state.database();
        return Views.of(
                "people/system",
                new SystemPage(
                        version == null ? "—" : version,
                        Runtime.version().toString(),
                        database,
                        database.bytes() / MEGABYTE,
                        state.delivery(),
                        state.listJobs()));
    }
}
