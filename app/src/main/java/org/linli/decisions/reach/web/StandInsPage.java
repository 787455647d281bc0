package org.linli.decisions.reach.web;

import java.util.List;

/** Everything the reader stands or stood in for. */
public record StandInsPage(List<ProxyLine> lines, Refusal refusal) {}
