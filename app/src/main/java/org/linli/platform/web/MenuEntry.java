package org.linli.platform.web;

/**
 * A line of the desk's menu.
 *
 * @param order place in the menu, ascending
 * @param key text key
 * @param path where it leads, begins with a slash
 * @param waiting how many things wait for the viewer there; 0 shows no number
 */
public record MenuEntry(int order, String key, String path, long waiting) implements Comparable<MenuEntry> {
    @Override
    public int compareTo(MenuEntry other) {
        return Integer.compare(order, other.order);
    }
}
