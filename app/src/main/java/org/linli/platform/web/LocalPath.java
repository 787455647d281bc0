package org.linli.platform.web;

import java.util.regex.Pattern;

/** A path inside Linli taken from a request: never another site, never a line break. */
public final class LocalPath {

    private static final Pattern SAFE = Pattern.compile("/(?![/\\\\])[^\\s\\\\]*");

    private LocalPath() {}

    public static String orHome(String path) {
        return SAFE.matcher(path).matches() ? path : "/";
    }
}
