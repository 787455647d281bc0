package org.linli.platform.web;

import org.springframework.web.servlet.ModelAndView;

/** A template with the prepared record it prints. */
public final class Views {

    private Views() {}

    /** @param template path below {@code jte/} without ending, such as {@code registry/community} */
    public static ModelAndView of(String template, Object page) {
        return new ModelAndView(template).addObject("page", page);
    }

    /** See Other after a post, so that reloading repeats nothing. @param path begins with a slash */
    public static ModelAndView redirect(String path) {
        return new ModelAndView("redirect:" + path);
    }
}
