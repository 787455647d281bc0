package org.linli.registry.imports.web;

/** @param said what is refused and why @param back where the reader came from */
public record RefusedPage(ImportPage.Said said, String back) {}
