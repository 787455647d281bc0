package org.linli.divisions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.divisions.DivisionFileRefused;
import org.linli.divisions.Divisions;

/**
 * The tree below one division.
 *
 * @param path from the top to the division shown, empty when no tree is loaded
 * @param text what was searched for; then {@code lines} are the matches
 * @param loaded what an upload stored, null without one
 * @param problems what keeps an upload from being stored
 */
public record DivisionsPage(
        List<Division> path,
        String text,
        List<Division> lines,
        Divisions.@Nullable Loaded loaded,
        List<DivisionFileRefused.Problem> problems) {}
