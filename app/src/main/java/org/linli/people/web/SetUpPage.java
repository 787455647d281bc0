package org.linli.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.people.Administrators;
import org.linli.platform.scope.Role;

/** The three administrators of an empty installation. @param error text key or null */
public record SetUpPage(
        String token, List<Asked> administrators, @Nullable String error) {

    /** What is asked for one of them; what was typed is kept, but for the password. */
    public record Asked(Role role, String name, String username) {}

    static SetUpPage of(String token, List<Administrators.Candidate> typed, @Nullable String error) {
        return new SetUpPage(
                token,
                java.util.stream.IntStream.range(0, Administrators.ROLES.size())
                        .mapToObj(i -> new Asked(
                                Administrators.ROLES.get(i),
                                typed.isEmpty() ? "" : typed.get(i).name(),
                                typed.isEmpty() ? "" : typed.get(i).username()))
                        .toList(),
                error);
    }
}
