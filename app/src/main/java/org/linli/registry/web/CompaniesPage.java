package org.linli.registry.web;

import java.util.List;
import org.linli.divisions.Division;
import org.linli.registry.Companies;

/** @param left shows those that have left @param next code to continue after, empty at the end */
public record CompaniesPage(
        String division,
        String text,
        boolean left,
        List<Division> divisions,
        List<Companies.Line> lines,
        String next,
        boolean mayWrite) {}
