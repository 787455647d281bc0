package org.linli.figures.web;

/**
 * What the map script draws.
 *
 * @param outlines static file with the outlines of the divisions below, drawn for this one division
 * @param values rates by division as JSON; the same numbers as the table beside it
 */
public record MapView(String outlines, String values) {}
