package org.linli.publishing.notices.web;

import java.util.List;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.MenuEntry;
import org.linli.platform.web.MenuSource;
import org.springframework.stereotype.Component;

/** Notices, and the list of offices' contacts, among the desk's menu. */
@Component
class NoticeMenu implements MenuSource {

    static final List<Role> READERS = List.of(
            Role.COMMITTEE, Role.PMC, Role.SPECIALIST, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY);

    /** Those who post and take down. */
    static final List<Role> WRITERS = List.of(Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER);

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return READERS.contains(viewer.role())
                ? List.of(new MenuEntry(250, "publishing.notices", "/desk/notices", 0))
                : List.of();
    }
}
