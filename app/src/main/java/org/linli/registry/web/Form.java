package org.linli.registry.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.web.Views;
import org.linli.registry.FieldError;
import org.linli.registry.FiguresMoved;
import org.linli.registry.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Puts a form together, field by field, and shows it again when it was refused. */
final class Form {

    private static final String PREVIEWED = "previewed";

    private final String title;
    private final String subject;
    private final String action;
    private final String back;
    private final Map<String, String> typed;
    private final List<FormField> fields = new ArrayList<>();
    private final Map<String, String> hidden = new LinkedHashMap<>();
    private final Map<String, Supplier<Suggested.Codes>> suggestions = new HashMap<>();
    private String help = "";
    private String submit = "registry.submit";
    private List<FieldError> errors = List.of();
    private boolean overtaken;
    private boolean previewed;
    private List<FiguresMoved.Moved> moved = List.of();
    private Optional<FormPage.Table> table = Optional.empty();
    private Optional<FormPage.Paper> paper = Optional.empty();

    /** @param title text key @param typed what the fields show */
    Form(String title, String subject, String action, String back, Map<String, String> typed) {
        this.title = title;
        this.subject = subject;
        this.action = action;
        this.back = back;
        this.typed = typed;
    }

    Form text(String name) {
        return field(name, "text", false, List.of());
    }

    Form required(String name) {
        return field(name, "text", true, List.of());
    }

    /** A required code that is suggested by its name; another one may be typed. @param codes asked only when the form is shown */
    Form suggested(String name, Supplier<Suggested.Codes> codes) {
        return suggested(name, label(name), codes);
    }

    /** As above, by the word for what the code stands for. @param label text key */
    Form suggested(String name, String label, Supplier<Suggested.Codes> codes) {
        suggestions.put(name, codes);
        return field(name, "text", label, true, List.of());
    }

    /** A text of several lines. */
    Form longText(String name) {
        return field(name, "textarea", false, List.of());
    }

    Form date(String name) {
        return field(name, "date", false, List.of());
    }

    Form requiredDate(String name) {
        return field(name, "date", true, List.of());
    }

    /** A document to hand in; whoever uses it answers a multipart form. */
    Form file(String name) {
        return field(name, "file", true, List.of());
    }

    /** A document that may come later; whoever uses it answers a multipart form. */
    Form optionalFile(String name) {
        return field(name, "file", false, List.of());
    }

    Form check(String name, String label) {
        fields.add(new FormField(name, "check", label, value(name), false, List.of(), FormField.Hint.NONE, List.of()));
        return this;
    }

    Form head(String label) {
        fields.add(new FormField("", "head", label, "", false, List.of(), FormField.Hint.NONE, List.of()));
        return this;
    }

    /** @param words prefix of the text keys of the constants */
    Form choice(String name, boolean required, String words, Enum<?>[] constants) {
        return field(
                name,
                "select",
                required,
                Arrays.stream(constants)
                        .map(constant -> new FormField.Option(constant.name(), "~" + words + "." + constant.name()))
                        .toList());
    }

    Form options(String name, boolean required, List<FormField.Option> options) {
        return field(name, "select", required, options);
    }

    private Form field(String name, String kind, boolean required, List<FormField.Option> options) {
        return field(name, kind, label(name), required, options);
    }

    private static String label(String name) {
        return "registry.field." + name.substring(name.indexOf('.') + 1);
    }

    private Form field(String name, String kind, String label, boolean required, List<FormField.Option> options) {
        fields.add(new FormField(name, kind, label, value(name), required, options, FormField.Hint.NONE, List.of()));
        return this;
    }

    private String value(String name) {
        return typed.getOrDefault(name, "");
    }

    Form hidden(String name, Object value) {
        hidden.put(name, value.toString());
        return this;
    }

    Form help(String key) {
        this.help = key;
        return this;
    }

    Form submit(String key) {
        this.submit = key;
        return this;
    }

    /** A correction shows the figures that it would move, and is carried out once they were seen for exactly what is typed. */
    ModelAndView correct(Supplier<Outcome> act, FiguresMoved figures, List<DivisionCode> divisions, String next) {
        if (isPreviewed()) {
            return answer(act.get(), next);
        }
        FiguresMoved.Preview preview = figures.by(act, divisions);
        return preview.outcome() instanceof Outcome.Stored ? confirm(preview.moved()) : answer(preview.outcome(), "");
    }

    /** Whether the figures were already shown for exactly what is typed now. */
    private boolean isPreviewed() {
        return digest(typed).equals(typed.get(PREVIEWED));
    }

    private static String digest(Map<String, String> typed) {
        Map<String, String> relevant = new TreeMap<>(typed);
        relevant.remove(PREVIEWED);
        relevant.remove("_csrf");
        return Integer.toHexString(relevant.hashCode());
    }

    /** The form with the figures that it would move, to be confirmed. */
    private ModelAndView confirm(List<FiguresMoved.Moved> figures) {
        this.previewed = true;
        this.moved = figures;
        hidden(PREVIEWED, digest(typed));
        return submit("registry.correction.confirm").view();
    }

    /** What is decided upon, shown above the fields. */
    Form table(FormPage.Table shown) {
        this.table = Optional.of(shown);
        return this;
    }

    /** The document to look at before deciding. @param label text key */
    Form paper(String label, String href) {
        this.paper = Optional.of(new FormPage.Paper(label, href));
        return this;
    }

    ModelAndView view() {
        return Views.of("registry/form", page());
    }

    /** The form again after it was refused, with everything that was typed. */
    ModelAndView again(List<FieldError> found) {
        this.errors = found;
        ModelAndView view = view();
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** The form again because somebody else was quicker; its hidden version is the new one. */
    ModelAndView overtaken() {
        this.overtaken = true;
        ModelAndView view = view();
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    /** What follows from an outcome. @param next where a stored act leads */
    ModelAndView answer(Outcome outcome, String next) {
        return switch (outcome) {
            case Outcome.Stored(String key) -> Views.redirect(next);
            case Outcome.Refused(List<FieldError> found) -> again(found);
            case Outcome.Overtaken() -> overtaken();
            case Outcome.Unknown() -> throw new org.linli.platform.web.NotFound();
        };
    }

    private FormPage page() {
        Map<String, List<FieldError>> byField = new HashMap<>();
        List<FieldError> rest = new ArrayList<>();
        for (FieldError error : errors) {
            if (fields.stream().anyMatch(field -> field.name().equals(error.field()))) {
                byField.computeIfAbsent(error.field(), name -> new ArrayList<>())
                        .add(error);
            } else {
                rest.add(error);
            }
        }
        return new FormPage(
                title,
                subject,
                action,
                back,
                submit,
                help,
                fields.stream()
                        .map(field -> shown(field, byField.getOrDefault(field.name(), List.of())))
                        .toList(),
                hidden,
                rest,
                overtaken,
                previewed,
                moved,
                table,
                paper);
    }

    private FormField shown(FormField field, List<FieldError> found) {
        Supplier<Suggested.Codes> suggested = suggestions.get(field.name());
        if (suggested == null) {
            return field.with(field.options(), field.hint(), found);
        }
        Suggested.Codes codes = suggested.get();
        return field.with(
                codes.options(),
                new FormField.Hint(codes.hint(), codes.meaning().apply(field.value())),
                found);
    }
}
