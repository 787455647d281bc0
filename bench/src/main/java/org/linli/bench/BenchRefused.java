package org.linli.bench;

/** A benchmark that cannot run, in words for the person at the console. */
final class BenchRefused extends RuntimeException {

    private final boolean usage;

    private BenchRefused(boolean usage, String words) {
        super(words);
        this.usage = usage;
    }

    /** The command line is wrong. */
    static BenchRefused usage(String words) {
        return new BenchRefused(true, words);
    }

    /** Something that the benchmark needs is not here. */
    static BenchRefused missing(String words) {
        return new BenchRefused(false, words);
    }

    boolean isUsage() {
        return usage;
    }

    /**
     * Reads an optional count.
     *
     * @throws BenchRefused if the text is no number from 1 to {@code most}
     */
    static int count(String text, int usual, int most) {
        if (text.isEmpty()) {
            return usual;
        }
        try {
            int count = Integer.parseInt(text);
            if (count >= 1 && count <= most) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, in the same words
        }
        throw usage("'" + text + "' is not a number from 1 to " + most);
    }
}
