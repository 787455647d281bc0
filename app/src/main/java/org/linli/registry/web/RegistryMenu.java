package org.linli.registry.web;

import java.util.ArrayList;
import java.util.List;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.MenuEntry;
import org.linli.platform.web.MenuSource;
import org.springframework.stereotype.Component;

@Component
class RegistryMenu implements MenuSource {

    static final List<Role> READERS = List.of(
            Role.STREET,
            Role.COUNTY,
            Role.CITY,
            Role.COMMUNITY_WORKER,
            Role.SPECIALIST,
            Role.COMPANY,
            Role.PROJECT_MANAGER,
            Role.COMMITTEE,
            Role.PMC);

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        if (!READERS.contains(viewer.role())) {
            return List.of();
        }
        List<MenuEntry> entries = new ArrayList<>();
        entries.add(new MenuEntry(300, "registry.menu.communities", "/registry/communities", 0));
        entries.add(new MenuEntry(310, "registry.menu.companies", "/registry/companies", 0));
        if (Desk.mayWrite(viewer)) {
            entries.add(new MenuEntry(320, "registry.menu.problems", "/registry/problems", 0));
            entries.add(new MenuEntry(330, "registry.menu.grid", "/registry/grid", 0));
        }
        return entries;
    }
}
