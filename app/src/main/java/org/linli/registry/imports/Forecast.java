package org.linli.registry.imports;

import java.util.ArrayList;
import java.util.List;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.scope.RowScope;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.registry.FiguresMoved;
import org.linli.registry.city.City;
import org.springframework.stereotype.Component;

/** Which figures an import would move. */
@Component
class Forecast {

    private final ImportStore store;
    private final Judge judge;
    private final RegistryStore registry;
    private final FiguresMoved figuresMoved;
    private final Portal portal;
    private final BusinessTime time;
    private final City city;

    Forecast(
            ImportStore store,
            Judge judge,
            RegistryStore registry,
            FiguresMoved figuresMoved,
            Portal portal,
            BusinessTime time,
            City city) {
        this.store = store;
        this.judge = judge;
        this.registry = registry;
        this.figuresMoved = figuresMoved;
        this.portal = portal;
        this.time = time;
        this.city = city;
    }

    /** The figures that this import would move if it were stored now. Nothing is stored. */
    List<FiguresMoved.Moved> moved(RowScope scope, long id) {
        Import import_ = store.find(scope, id)
                .filter(one -> one.state() == ImportState.CHECKED && Imports.movesFigures(one))
                .orElseThrow(NotFound::new);
        List<DivisionCode> divided = new ArrayList<>(List.of(portal.home()));
        import_.sender().at(DivisionLevel.COUNTY).ifPresent(divided::add);
        RegistryStore.Act act =
                new RegistryStore.Act(time.now(), judge.day(import_), import_.uploader(), Imports.reason(id));
        return figuresMoved
                .by(
                        () -> {
                            city.changed();
                            new Writer(registry, act).write(judge.plan(import_), done -> {});
                            return new org.linli.registry.Outcome.Stored(Long.toString(id));
                        },
                        divided)
                .moved();
    }
}
