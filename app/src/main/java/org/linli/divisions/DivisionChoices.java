package org.linli.divisions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.scope.RowScope;
import org.linli.platform.settings.Portal;
import org.springframework.stereotype.Component;

/** The divisions that a list's filter offers: none that can only find nothing for whoever looks. */
@Component
public class DivisionChoices {

    private final Divisions divisions;
    private final Portal portal;

    DivisionChoices(Divisions divisions, Portal portal) {
        this.divisions = divisions;
        this.portal = portal;
    }

    /**
     * The counties that the scope reaches, and the streets of the county that is chosen or that holds the whole scope. A scope of
     * single communities is offered every county.
     */
    public List<Division> of(DivisionCode chosen, RowScope scope) {
        Predicate<Division> reached = division -> scope.divisionPattern().isEmpty() || scope.touches(division.code());
        List<Division> counties =
                divisions.listChildren(portal.home()).stream().filter(reached).toList();
        List<Division> choices = new ArrayList<>();
        for (Division county : counties) {
            choices.add(county);
            if (counties.size() == 1
                    || chosen.at(DivisionLevel.COUNTY)
                            .filter(county.code()::equals)
                            .isPresent()) {
                divisions.listChildren(county.code()).stream().filter(reached).forEach(choices::add);
            }
        }
        return choices;
    }
}
