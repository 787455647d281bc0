package org.linli.platform.web;

/** @param status the HTTP status @param key the text key of what happened @param incident id to tell the operator, or empty */
public record ErrorPage(int status, String key, String incident) {}
