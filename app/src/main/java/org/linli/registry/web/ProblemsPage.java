package org.linli.registry.web;

import java.util.List;
import java.util.Map;
import org.linli.registry.Problems;

/** @param next rows to skip for the next page, 0 at the end */
public record ProblemsPage(
        Map<Problems.Rule, Integer> counts, Problems.Rule chosen, List<Problems.Row> rows, int next) {}
