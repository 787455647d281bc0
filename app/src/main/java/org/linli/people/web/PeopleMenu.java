package org.linli.people.web;

import java.util.List;
import java.util.stream.Stream;
import org.linli.platform.messages.Inbox;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.MenuEntry;
import org.linli.platform.web.MenuSource;
import org.springframework.stereotype.Component;

/** Everybody's messages, accounts for those who grant, and the administrators' own pages. */
@Component
class PeopleMenu implements MenuSource {

    private static final int ORDER = 900;
    private static final int MESSAGES = 890;

    private final Inbox inbox;

    PeopleMenu(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        MenuEntry messages = new MenuEntry(
                MESSAGES, "people.menu.messages", "/account/messages", inbox.countFresh(viewer.accountId()));
        return Stream.concat(Stream.of(messages), ofRole(viewer).stream()).toList();
    }

    private static List<MenuEntry> ofRole(Viewer viewer) {
        return switch (viewer.role()) {
            case CITY, COUNTY, STREET, COMPANY, SECURITY_ADMIN ->
                List.of(new MenuEntry(ORDER, "people.menu.accounts", "/accounts", 0));
            case AUDITOR -> List.of(new MenuEntry(ORDER, "people.menu.audit", "/audit", 0));
            case SYSTEM_ADMIN -> List.of(new MenuEntry(ORDER, "people.menu.system", "/system", 0));
            case OWNER, OCCUPANT, COMMITTEE, PMC, PROJECT_MANAGER, SPECIALIST, COMMUNITY_WORKER, AGENCY -> List.of();
        };
    }
}
