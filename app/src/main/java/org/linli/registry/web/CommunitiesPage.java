package org.linli.registry.web;

import java.time.LocalDate;
import java.util.List;
import org.linli.divisions.Division;
import org.linli.registry.CommunityList;

/** @param divisions to filter by @param queryString of the present filter, for the export */
public record CommunitiesPage(
        CommunityQuery query,
        LocalDate day,
        CommunityList list,
        List<Division> divisions,
        String queryString,
        boolean mayWrite) {}
