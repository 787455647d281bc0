package org.linli.platform.todo;

import java.time.LocalDate;

/**
 * The next thing that will wait for a hat, told while nothing does.
 *
 * @param key text key of the kind, as of {@link TodoGroup}
 * @param subject what it is about
 * @param place where it is
 * @param from the day it appears on the desk
 * @param href its page, begins with a slash
 */
public record Upcoming(String key, String subject, String place, LocalDate from, String href) {}
