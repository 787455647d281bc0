package org.linli.registry.imports;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.city.City;
import org.springframework.stereotype.Component;

/** Takes a stored import back, unless something stands on it by now. The caller holds the transaction. */
@Component
class Takeback {

    private final ImportStore store;
    private final RegistryStore registry;
    private final Homes homes;
    private final Dependents dependents;
    private final BusinessTime time;
    private final City city;

    Takeback(
            ImportStore store,
            RegistryStore registry,
            Homes homes,
            Dependents dependents,
            BusinessTime time,
            City city) {
        this.store = store;
        this.registry = registry;
        this.homes = homes;
        this.dependents = dependents;
        this.time = time;
        this.city = city;
    }

    /** @throws ImportRefused DEPENDS, with what depends on it */
    void undo(Viewer viewer, RowScope scope, long id) {
        city.changed();
        Import import_ = store.open(scope, id, ImportState.STORED);
        RegistryStore.Act act =
                new RegistryStore.Act(time.now(), time.today(), viewer.name(), "撤销" + Imports.reason(id));
        Undo.Stored stored = new Undo.Stored(
                Objects.requireNonNull(import_.storedAt()),
                Imports.reason(id),
                store.communities(id),
                store.companies(id));
        List<String> standing = dependents.on(import_, stored);
        if (!standing.isEmpty()) {
            throw new ImportRefused(
                    "DEPENDS", standing.stream().map(key -> "~" + key).collect(Collectors.joining("\n")));
        }
        if (import_.kind() == ImportKind.HOMES) {
            homes.undo(id, stored, act);
        } else {
            registry.undo(stored, act);
        }
        store.undone(id, act.at());
    }
}
