package org.linli.platform.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A kind of official paper that a feature issues.
 *
 * @param code lower case with hyphens; its name is the text key {@code documents.paper.<code>}, and the template that
 *     Linli brings is the resource {@code documents/<code>.docx}
 * @param fields the placeholders that a template of it may use
 */
public record Paper(String code, DocumentFields fields) {

    /** What a city may leave out of a template of its own; all else has to stand on the paper. */
    private static final Set<String> OPTIONAL = Set.of(
            "address",
            "annexes",
            "contact",
            "issued-by",
            "issued-on",
            "note",
            "number",
            "page-address",
            "phone",
            "printed-on");

    public Paper {
        if (!code.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("not a code of a paper: " + code);
        }
    }

    /** Names of all placeholders but codes, in order; those of a list's item stand behind its name: {@code questions.text}. */
    public List<String> placeholders() {
        List<String> names = new ArrayList<>();
        gather("", fields, names);
        return List.copyOf(names);
    }

    private static void gather(String before, DocumentFields fields, List<String> names) {
        new TreeSet<>(fields.texts()).forEach(name -> names.add(before + name));
        new TreeMap<>(fields.lists()).forEach((name, item) -> gather(before + name + ".", item, names));
    }

    /** Whether a template must use a placeholder. */
    public boolean isRequired(String placeholder) {
        return Stream.of(placeholder.split("\\.", -1)).noneMatch(OPTIONAL::contains);
    }

    /** The template that Linli brings. */
    public byte[] shipped() {
        return Docx.resource("/documents/" + code + ".docx");
    }
}
