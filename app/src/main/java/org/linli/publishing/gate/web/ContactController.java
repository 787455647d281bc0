package org.linli.publishing.gate.web;

import java.util.Optional;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.Views;
import org.linli.publishing.gate.Contacts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Offices' contacts that may stand in public texts. */
@Controller
class ContactController {

    private final Contacts contacts;
    private final RowScopes scopes;

    ContactController(Contacts contacts, RowScopes scopes) {
        this.contacts = contacts;
        this.scopes = scopes;
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/open-contacts")
    ModelAndView list(Viewer viewer) {
        return page(viewer, Optional.empty(), "", "");
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @PostMapping("/desk/open-contacts")
    ModelAndView add(
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String label,
            Viewer viewer) {
        Optional<Contacts.Problem> problem = contacts.add(contact, label, viewer);
        return problem.isPresent() ? page(viewer, problem, contact, label) : Views.redirect("/desk/open-contacts");
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @PostMapping("/desk/open-contacts/ending")
    ModelAndView end(@RequestParam(defaultValue = "0") int number, Viewer viewer) {
        contacts.end(number, scopes.of(viewer), viewer);
        return Views.redirect("/desk/open-contacts");
    }

    private ModelAndView page(Viewer viewer, Optional<Contacts.Problem> problem, String contact, String label) {
        ModelAndView view = Views.of(
                "publishing/contacts",
                new ContactsPage(contacts.list(scopes.of(viewer)), problem.orElse(null), contact, label));
        if (problem.isPresent()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
