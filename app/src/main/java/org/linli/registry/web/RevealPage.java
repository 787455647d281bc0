package org.linli.registry.web;

import org.linli.registry.Homes;

/** One owner in plain text, shown in the answer to the request that gave the reason, and nowhere else. */
public record RevealPage(String community, String back, Homes.Disclosed owner) {}
