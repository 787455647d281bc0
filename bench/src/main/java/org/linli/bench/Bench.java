package org.linli.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Lists the benchmarks, or runs one of them: {@code linli bench [NAME [ARGUMENT]]}. */
public final class Bench {

    private static final int USAGE = 2;

    private Bench() {}

    public static void main(String[] arguments) {
        int code;
        try {
            code = run(List.of(arguments), System.out);
        } catch (BenchRefused refused) {
            System.err.println("linli bench: " + refused.getMessage());
            code = refused.isUsage() ? USAGE : 1;
        } catch (Exception e) {
            e.printStackTrace();
            code = 1;
        }
        System.exit(code); // also ends what a benchmark broken off has left running
    }

    /**
     * Runs what the arguments name.
     *
     * @return the exit code: 0 when it ran, whatever it measured; 2 for an unknown name
     * @throws BenchRefused if the benchmark cannot run here, or its argument is wrong
     */
    static int run(List<String> arguments, PrintStream out) throws Exception {
        String name = arguments.isEmpty() ? "help" : arguments.getFirst();
        if (name.equals("help")) {
            help(out);
            return 0;
        }
        Optional<Benchmark> named = Benchmark.find(name);
        if (named.isEmpty()) {
            out.println("linli bench: unknown benchmark '" + name + "'");
            help(out);
            return USAGE;
        }
        if (arguments.size() > 2) {
            throw BenchRefused.usage("one argument at most");
        }
        Report report = named.get().run(arguments.size() == 2 ? arguments.get(1) : "", out::println);
        out.println();
        report.print(out);
        return 0;
    }

    private static void help(PrintStream out) {
        out.println("Benchmarks, each on a passing home of its own and over 127.0.0.1 only:");
        for (Benchmark benchmark : Benchmark.values()) {
            out.printf("  %-24s %s%n", benchmark.usage(), benchmark.summary());
        }
    }
}
