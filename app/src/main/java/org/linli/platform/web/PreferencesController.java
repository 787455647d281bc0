package org.linli.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.linli.platform.scope.PublicPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** Language and letter size: a reader's own, in cookies, without a session. */
@Controller
class PreferencesController {

    private final LocaleResolver locales;

    PreferencesController(LocaleResolver locales) {
        this.locales = locales;
    }

    @PublicPage
    @GetMapping("/language")
    ModelAndView language(
            @RequestParam String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        locales.setLocale(request, response, to.equals("en") ? Locale.ENGLISH : TextsConfiguration.CHINESE);
        return Views.redirect(LocalPath.orHome(back));
    }

    @PublicPage
    @GetMapping("/large-type")
    ModelAndView largeType(
            @RequestParam boolean on,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Cookie cookie = new Cookie("linli-large", on ? "1" : "0");
        cookie.setPath(request.getContextPath() + "/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(365 * 24 * 3600);
        response.addCookie(cookie);
        return Views.redirect(LocalPath.orHome(back));
    }
}
