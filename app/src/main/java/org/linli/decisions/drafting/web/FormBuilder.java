package org.linli.decisions.drafting.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.registry.FieldError;
import org.linli.registry.Outcome;

/** Puts a form together in the order of its fields. Labels are {@code decisions.field.<name>} unless said otherwise. */
final class FormBuilder {

    private final String action;
    private final String submit;
    private final Map<String, String> typed;
    private final List<FieldError> errors;
    private final boolean overtaken;
    private final List<VoteForm.Field> fields = new ArrayList<>();
    private final Map<String, String> hidden = new LinkedHashMap<>();

    /** @param outcome what became of the last try; Stored before any */
    FormBuilder(String action, String submit, Map<String, String> typed, Outcome outcome) {
        this.action = action;
        this.submit = submit;
        this.typed = typed;
        this.errors = outcome instanceof Outcome.Refused(List<FieldError> refused) ? refused : List.of();
        this.overtaken = outcome instanceof Outcome.Overtaken;
    }

    FormBuilder hidden(String name, Object value) {
        hidden.put(name, value.toString());
        return this;
    }

    FormBuilder head(String key) {
        return add("head", "", key, "", false, List.of());
    }

    FormBuilder text(String name, boolean required) {
        return add("text", name, "decisions.field." + name, "", required, List.of());
    }

    FormBuilder text(String name, String label) {
        return add("text", name, label, "", false, List.of());
    }

    FormBuilder area(String name, String help) {
        return add("area", name, "decisions.field." + name, help, false, List.of());
    }

    FormBuilder day(String name) {
        return add("date", name, "decisions.field." + name, "", true, List.of());
    }

    FormBuilder day(String name, String help) {
        return add("date", name, "decisions.field." + name, help, true, List.of());
    }

    FormBuilder number(String name) {
        return add("number", name, "decisions.field." + name, "", false, List.of());
    }

    FormBuilder check(String name) {
        return add("check", name, "decisions.field." + name, "", false, List.of());
    }

    FormBuilder check(String name, String label) {
        return add("check", name, label, "", false, List.of());
    }

    FormBuilder file(String name) {
        return add("file", name, "decisions.field." + name, "decisions.help." + name, true, List.of());
    }

    FormBuilder file(String name, String help) {
        return add("file", name, "decisions.field." + name, help, true, List.of());
    }

    <E extends Enum<E>> FormBuilder radio(String name, String prefix, String help, List<E> constants) {
        return add("radio", name, "decisions.field." + name, help, true, options(prefix, constants));
    }

    <E extends Enum<E>> FormBuilder select(String name, String prefix, String help, List<E> constants) {
        return add("select", name, "decisions.field." + name, help, true, options(prefix, constants));
    }

    private static <E extends Enum<E>> List<VoteForm.Option> options(String prefix, List<E> constants) {
        return constants.stream()
                .map(constant -> new VoteForm.Option(constant.name(), prefix + "." + constant.name()))
                .toList();
    }

    static <E extends Enum<E>> List<E> all(Class<E> type) {
        return Arrays.asList(type.getEnumConstants());
    }

    private FormBuilder add(
            String kind, String name, String label, String help, boolean required, List<VoteForm.Option> options) {
        fields.add(new VoteForm.Field(
                kind,
                name,
                label,
                help,
                typed.getOrDefault(name, ""),
                required,
                options,
                name.isEmpty()
                        ? List.of()
                        : errors.stream()
                                .filter(error -> error.field().equals(name))
                                .toList()));
        return this;
    }

    VoteForm build() {
        List<FieldError> rest = errors.stream()
                .filter(error -> fields.stream()
                        .noneMatch(field -> field.name().equals(error.field())
                                && !field.name().isEmpty()))
                .toList();
        return new VoteForm(action, submit, fields, hidden, rest, !errors.isEmpty(), overtaken);
    }
}
