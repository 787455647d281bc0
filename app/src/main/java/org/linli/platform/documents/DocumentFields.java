package org.linli.platform.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The placeholders that a template may use; it need not use all.
 *
 * @param texts names of single texts
 * @param lists names of lists, with the placeholders of an item
 * @param codes names of QR codes
 */
public record DocumentFields(Set<String> texts, Map<String, DocumentFields> lists, Set<String> codes) {

    public DocumentFields {
        texts = Set.copyOf(texts);
        lists = Map.copyOf(lists);
        codes = Set.copyOf(codes);
    }

    public static DocumentFields of(String... texts) {
        return new DocumentFields(Set.of(texts), Map.of(), Set.of());
    }

    public DocumentFields withList(String name, DocumentFields item) {
        Map<String, DocumentFields> more = new HashMap<>(lists);
        more.put(name, item);
        return new DocumentFields(texts, more, codes);
    }

    public DocumentFields withCode(String name) {
        return new DocumentFields(
                texts,
                lists,
                java.util.stream.Stream.concat(codes.stream(), java.util.stream.Stream.of(name))
                        .collect(Collectors.toSet()));
    }

    /** Data that has every one of these placeholders once, as an upload is tried out with. */
    public DocumentData sample() {
        Map<String, List<DocumentData>> items = new TreeMap<>();
        lists.forEach((name, item) -> items.put(name, List.of(item.sample())));
        return new DocumentData(
                texts.stream().collect(Collectors.toMap(name -> name, name -> name)),
                items,
                codes.stream().collect(Collectors.toMap(name -> name, name -> name)));
    }
}
