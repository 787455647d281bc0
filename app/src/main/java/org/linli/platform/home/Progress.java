package org.linli.platform.home;

import java.util.function.Consumer;

/** Tells the person at the console, in plain words, what takes time. */
public final class Progress {

    private final Consumer<String> line;

    public Progress(Consumer<String> line) {
        this.line = line;
    }

    public void say(String text) {
        line.accept(text);
    }
}
