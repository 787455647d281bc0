package org.linli.people;

import java.util.List;

/** A browser and its system in two words, so that people know their own; nothing more of the header is kept. */
final class Devices {

    private static final List<List<String>> BROWSERS = List.of(
            List.of("MicroMessenger", "WeChat"),
            List.of("Edg", "Edge"),
            List.of("OPR/", "Opera"),
            List.of("Firefox", "Firefox"),
            List.of("Chrom", "Chrome"),
            List.of("Safari", "Safari"));
    private static final List<List<String>> SYSTEMS = List.of(
            List.of("HarmonyOS", "HarmonyOS"),
            List.of("Android", "Android"),
            List.of("iPhone", "iPhone"),
            List.of("iPad", "iPad"),
            List.of("Windows", "Windows"),
            List.of("Mac OS", "macOS"),
            List.of("Linux", "Linux"));

    private Devices() {}

    static String summary(String userAgent) {
        return first(BROWSERS, userAgent) + " · " + first(SYSTEMS, userAgent);
    }

    private static String first(List<List<String>> names, String userAgent) {
        return names.stream()
                .filter(name -> userAgent.contains(name.getFirst()))
                .map(List::getLast)
                .findFirst()
                .orElse("?");
    }
}
