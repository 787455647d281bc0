package org.linli.people.web;

import java.util.List;
import org.linli.people.SystemState;

/** @param version of Linli @param java version of the runtime @param megabytes size of the database */
public record SystemPage(
        String version,
        String java,
        SystemState.Database database,
        long megabytes,
        SystemState.Delivery delivery,
        List<SystemState.Job> jobs) {}
