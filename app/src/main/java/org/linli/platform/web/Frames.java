package org.linli.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.linli.platform.scope.ScopeGate;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.BusinessTime;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Prepares what surrounds every page: language, viewer, menu, assets. */
@Component
public class Frames {

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final ScopeGate gate;
    private final BusinessTime time;
    private final Portal portal;
    private final ResourceUrlProvider assets;
    private final List<MenuSource> menus;

    Frames(
            MessageSource messages,
            LocaleResolver locales,
            ScopeGate gate,
            BusinessTime time,
            Portal portal,
            ResourceUrlProvider assets,
            List<MenuSource> menus) {
        this.messages = messages;
        this.locales = locales;
        this.gate = gate;
        this.time = time;
        this.portal = portal;
        this.assets = assets;
        this.menus = menus;
    }

    Ui of(HttpServletRequest request) {
        Optional<Viewer> viewer = gate.viewer(request);
        List<MenuEntry> menu = viewer.map(v -> menus.stream()
                        .flatMap(source -> source.entries(v).stream())
                        .sorted()
                        .toList())
                .orElse(List.of());
        return new Ui(
                new Texts(messages, locales.resolveLocale(request)),
                request,
                viewer,
                menu,
                portal,
                time.today(),
                assets);
    }

    /** The texts in the language of the request, for handlers that must say something themselves. */
    public Texts texts(HttpServletRequest request) {
        return new Texts(messages, locales.resolveLocale(request));
    }
}
