package org.linli.scope;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What can be asked of the scoped handlers of the application. */
final class Calls {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::([^}|]+)[^}]*)?}");

    /** Handlers of one's own pages and of lists name no kind; what an id in their path is of, its name tells. */
    private static final Map<String, String> KIND_BY_VARIABLE = Map.of("vote", "vote", "address", "vote");

    private static final Set<String> WITHOUT_ID = Set.of("list", "self");

    private Calls() {}

    /** @param kind of the id in the path; list or self when there is none @param roles that know the handler */
    record Call(RequestMethod method, String path, String kind, Set<Role> roles, HandlerMethod handler) {

        boolean hasId() {
            return !WITHOUT_ID.contains(kind);
        }

        /** Whether the id is followed by the number of something that is part of it. */
        boolean hasPart() {
            List<MatchResult> variables = VARIABLE.matcher(path).results().toList();
            return variables.size() > 1
                    && variables.stream().skip(1).anyMatch(variable -> variable.group(2) == null)
                    && !kind.equals("division");
        }

        /** An owner's own page: what is one's own there depends on rolls and proofs, whose own tests see to it. */
        boolean isMine() {
            return path.startsWith("/my/");
        }

        boolean hasOneVariable() {
            return VARIABLE.matcher(path).results().count() == 1;
        }

        /** The path for an id; what else stands in it gets the first word that its pattern allows, or the part. */
        String path(String id, String part) {
            Matcher variables = VARIABLE.matcher(path);
            StringBuilder filled = new StringBuilder();
            boolean first = true;
            while (variables.find()) {
                boolean isId = kind.equals("division") ? variables.group(1).equals("division") : first;
                String other = variables.group(2) == null
                        ? variables.group(1).equals("code") ? "professional-coverage" : part
                        : variables.group(2);
                variables.appendReplacement(filled, Matcher.quoteReplacement(isId ? id : other));
                first = false;
            }
            variables.appendTail(filled);
            return filled.toString();
        }

        boolean takesAFile() {
            return java.util.Arrays.stream(handler.getMethod().getParameters())
                    .anyMatch(parameter -> parameter.getType().equals(MultipartFile.class));
        }

        /** Some value for each parameter, so that the request reaches the handler. */
        String[] fields() {
            List<String> fields = new ArrayList<>();
            for (Parameter parameter : handler.getMethod().getParameters()) {
                RequestParam asked = parameter.getAnnotation(RequestParam.class);
                if (asked == null || parameter.getType().equals(MultipartFile.class)) {
                    continue;
                }
                String name = asked.value().isEmpty() ? asked.name() : asked.value();
                fields.add(name.isEmpty() ? parameter.getName() : name);
                fields.add(value(parameter.getType()));
            }
            return fields.toArray(String[]::new);
        }

        private static String value(Class<?> type) {
            if (type.equals(java.time.LocalDate.class)) {
                return "2023-11-03";
            }
            if (type.equals(boolean.class)) {
                return "true";
            }
            if (type.isEnum()) {
                return ((Enum<?>) type.getEnumConstants()[0]).name();
            }
            return "1";
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Call> of(RequestMappingHandlerMapping mapping) {
        List<Call> calls = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mapping.getHandlerMethods().entrySet()) {
            @Nullable Scoped scoped = entry.getValue().getMethodAnnotation(Scoped.class);
            if (scoped == null) {
                continue;
            }
            for (RequestMethod method : entry.getKey().getMethodsCondition().getMethods()) {
                for (String path : entry.getKey().getPatternValues()) {
                    calls.add(new Call(method, path, kind(scoped, path), roles(scoped), entry.getValue()));
                }
            }
        }
        return calls;
    }

    private static String kind(Scoped scoped, String path) {
        if (!WITHOUT_ID.contains(scoped.value())) {
            return scoped.value();
        }
        Matcher first = VARIABLE.matcher(path);
        return first.find() ? KIND_BY_VARIABLE.getOrDefault(first.group(1), scoped.value()) : scoped.value();
    }

    private static Set<Role> roles(Scoped scoped) {
        Set<Role> roles = new TreeSet<>(List.of(Role.values()));
        if (scoped.roles().length > 0) {
            roles.retainAll(List.of(scoped.roles()));
        } else {
            roles.removeIf(Role::isAdministrator);
        }
        return roles;
    }
}
