package org.linli.registry.suggestions.web;

import java.time.LocalDate;
import java.util.List;
import org.linli.registry.suggestions.Suggestion;

/** @param over whether these are decided @param isProposer whether the reader waits for them instead of deciding */
public record SuggestionsPage(LocalDate today, boolean over, boolean isProposer, List<Suggestion> lines) {}
