package org.linli.desk;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.AskedDates;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Says who stands in on the desk of the hat worn, and that one is back. */
@Controller
class StandInController {

    private final StandIns standIns;
    private final BusinessTime time;

    StandInController(StandIns standIns, BusinessTime time) {
        this.standIns = standIns;
        this.time = time;
    }

    @Scoped(
            value = "self",
            roles = {
                Role.COMMITTEE,
                Role.PMC,
                Role.PROJECT_MANAGER,
                Role.COMPANY,
                Role.SPECIALIST,
                Role.COMMUNITY_WORKER,
                Role.STREET,
                Role.COUNTY,
                Role.CITY,
                Role.AGENCY
            })
    @GetMapping("/desk/stand-in")
    ModelAndView ask(Viewer viewer) {
        return page(viewer, time.today().toString(), "", null);
    }

    private ModelAndView page(Viewer viewer, String from, String to, StandIns.@Nullable Refusal refused) {
        ModelAndView view = Views.of(
                "desk/standIn",
                new StandInPage(standIns.colleagues(viewer), standIns.ofAbsent(viewer.accountId()), from, to, refused));
        if (refused != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @Scoped(
            value = "self",
            roles = {
                Role.COMMITTEE,
                Role.PMC,
                Role.PROJECT_MANAGER,
                Role.COMPANY,
                Role.SPECIALIST,
                Role.COMMUNITY_WORKER,
                Role.STREET,
                Role.COUNTY,
                Role.CITY,
                Role.AGENCY
            })
    @PostMapping("/desk/stand-in")
    ModelAndView state(
            @RequestParam(defaultValue = "0") long deputy,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Viewer viewer) {
        Optional<LocalDate> first = AskedDates.day(from);
        Optional<LocalDate> last = AskedDates.day(to);
        Optional<StandIns.Refusal> refused = first.isPresent() && last.isPresent()
                ? standIns.state(viewer, deputy, first.get(), last.get())
                : Optional.of(StandIns.Refusal.DAYS);
        return refused.map(why -> page(viewer, from, to, why)).orElseGet(() -> Views.redirect("/desk"));
    }

    @Scoped(
            value = "self",
            roles = {
                Role.COMMITTEE,
                Role.PMC,
                Role.PROJECT_MANAGER,
                Role.COMPANY,
                Role.SPECIALIST,
                Role.COMMUNITY_WORKER,
                Role.STREET,
                Role.COUNTY,
                Role.CITY,
                Role.AGENCY
            })
    @PostMapping("/desk/stand-in/end")
    ModelAndView end(@RequestParam(defaultValue = "0") long leave, Viewer viewer) {
        if (!standIns.end(viewer, leave)) {
            throw new NotFound();
        }
        return Views.redirect("/desk");
    }
}
