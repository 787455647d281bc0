package org.linli.registry.lists.web;

import java.time.LocalDate;
import java.util.List;
import org.linli.divisions.Division;
import org.linli.registry.lists.ListRows;
import org.linli.registry.lists.RegistryList;

/** @param divisions to filter by @param queryString of the present filter, for the sheet */
public record ListPage(
        RegistryList list,
        ListQuery query,
        LocalDate day,
        ListRows rows,
        List<Division> divisions,
        String queryString) {}
