package org.linli.decisions.drafting.web;

/** Prepared for its template. */
public record ItemPage(DeskFrame frame, int number, VoteForm form) {}
