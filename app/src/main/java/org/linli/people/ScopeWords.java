package org.linli.people;

import java.util.Locale;
import java.util.Optional;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Scope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Scopes in words, as the hat switcher and the lists of grants say them. */
@Component
public class ScopeWords {

    private final Divisions divisions;
    private final ObjectProvider<ScopeNames> names;
    private final MessageSource messages;

    ScopeWords(Divisions divisions, ObjectProvider<ScopeNames> names, MessageSource messages) {
        this.divisions = divisions;
        this.names = names;
        this.messages = messages;
    }

    /** The scope in words; its key if nobody can name it. */
    public String of(Scope scope, Locale locale) {
        if (scope instanceof Scope.OfPlatform) {
            return messages.getMessage("people.scope.platform", null, locale);
        }
        return find(scope).orElse(scope.key());
    }

    /** Empty if the division, community or company is unknown. */
    Optional<String> find(Scope scope) {
        return switch (scope) {
            case Scope.OfDivision(DivisionCode division) ->
                divisions.find(division).map(found -> divisions.fullName(found.code()));
            case Scope.OfCommunity _, Scope.OfCompany _ ->
                names.orderedStream()
                        .flatMap(port -> port.nameOf(scope).stream())
                        .findFirst();
            case Scope.OfPlatform() -> Optional.of("");
        };
    }
}
