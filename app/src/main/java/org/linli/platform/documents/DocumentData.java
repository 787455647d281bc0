package org.linli.platform.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a template is filled with. An item of a list has the same shape, and sees what stands around it.
 *
 * @param texts by placeholder; a line break in a text is one on paper
 * @param lists by name: the part of the template between {@code {{#name}}} and {@code {{/name}}} comes once for each item
 * @param codes by placeholder: the address that a QR code in its place leads to
 */
public record DocumentData(
        Map<String, String> texts, Map<String, List<DocumentData>> lists, Map<String, String> codes) {

    public DocumentData {
        texts = Map.copyOf(texts);
        lists = Map.copyOf(lists);
        codes = Map.copyOf(codes);
    }

    public static DocumentData empty() {
        return new DocumentData(Map.of(), Map.of(), Map.of());
    }

    public static DocumentData of(Map<String, String> texts) {
        return new DocumentData(texts, Map.of(), Map.of());
    }

    public DocumentData with(String name, String text) {
        return new DocumentData(plus(texts, name, text), lists, codes);
    }

    public DocumentData withList(String name, List<DocumentData> items) {
        return new DocumentData(texts, plus(lists, name, List.copyOf(items)), codes);
    }

    /** @param address up to a few hundred characters */
    public DocumentData withCode(String name, String address) {
        return new DocumentData(texts, lists, plus(codes, name, address));
    }

    /** An item seen from inside a list: what it lacks is taken from around. */
    DocumentData inside(DocumentData around) {
        return new DocumentData(over(around.texts, texts), over(around.lists, lists), over(around.codes, codes));
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String name, V value) {
        return over(map, Map.of(name, value));
    }

    private static <V> Map<String, V> over(Map<String, V> under, Map<String, V> over) {
        Map<String, V> both = new LinkedHashMap<>(under);
        both.putAll(over);
        return both;
    }
}
