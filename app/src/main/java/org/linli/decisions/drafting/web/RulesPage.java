package org.linli.decisions.drafting.web;

import java.util.List;
import org.linli.rules.decisions.matters.RulePack;

/** Prepared for its template. */
public record RulesPage(List<RulePack> packs) {}
