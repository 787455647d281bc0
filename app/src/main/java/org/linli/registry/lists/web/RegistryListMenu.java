package org.linli.registry.lists.web;

import java.util.Arrays;
import java.util.List;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.MenuEntry;
import org.linli.platform.web.MenuSource;
import org.linli.registry.lists.RegistryList;
import org.springframework.stereotype.Component;

/** Each list has its entry below communities and companies. */
@Component
class RegistryListMenu implements MenuSource {

    private static final int ORDER = 311;
    private static final List<Role> READERS = List.of(
            Role.STREET,
            Role.COUNTY,
            Role.CITY,
            Role.COMMUNITY_WORKER,
            Role.SPECIALIST,
            Role.COMPANY,
            Role.PROJECT_MANAGER,
            Role.COMMITTEE,
            Role.PMC);

    /** The list of what is gone is reached from that of the communities. */
    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return READERS.contains(viewer.role())
                ? Arrays.stream(RegistryList.values())
                        .filter(list -> list != RegistryList.ENDED)
                        .map(list -> new MenuEntry(
                                ORDER + list.ordinal(), RegistryListController.title(list), list.path(), 0))
                        .toList()
                : List.of();
    }
}
