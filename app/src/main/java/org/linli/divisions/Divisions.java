package org.linli.divisions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.sheets.SheetRefused;
import org.linli.platform.sheets.TextFile;
import org.linli.platform.text.Pinyin;
import org.linli.platform.web.RequestMemo;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The division tree: loads it, finds in it, names its places. */
@Service
public class Divisions {

    private static final List<String> COLUMNS = List.of("code", "name", "parent", "level");

    private static final String KNOWN = "divisions.known";

    private final DivisionStore store;

    private record Known(Map<DivisionCode, List<Division>> children, Map<DivisionCode, String> names) {
        private Known() {
            this(new HashMap<>(), new HashMap<>());
        }
    }

    Divisions(DivisionStore store) {
        this.store = store;
    }

    public Optional<Division> find(DivisionCode code) {
        return store.find(code);
    }

    /** What the request has learned of the tree. */
    private static Known known() {
        return RequestMemo.of(KNOWN, Known::new);
    }

    /** Finds by the text of a request: 3310 and 331000 alike; empty for what is no code or unknown. */
    public Optional<Division> find(String text) {
        return DivisionCode.parse(text).flatMap(store::find);
    }

    /** The divisions right below, by code. */
    public List<Division> listChildren(DivisionCode code) {
        return known().children.computeIfAbsent(code, store::children);
    }

    /** All divisions of a level inside another one, by code. */
    public List<Division> listWithin(DivisionCode code, DivisionLevel level) {
        return store.within(code, level);
    }

    /** From the city (or what lies highest above it that is loaded) down to the division itself. */
    public List<Division> path(DivisionCode code) {
        List<DivisionCode> codes = new ArrayList<>();
        for (Optional<DivisionCode> at = Optional.of(code);
                at.isPresent();
                at = at.get().parent()) {
            codes.addFirst(at.get());
        }
        return store.named(codes);
    }

    /** County and street and neighbourhood in one word, as people say it: 椒江区白云街道. The city's own name if it is a city. */
    public String fullName(DivisionCode code) {
        return fullNames(List.of(code)).getOrDefault(code, code.value());
    }

    /** {@link #fullName} of many at once, by one query for those that the request has not asked for before. */
    public Map<DivisionCode, String> fullNames(java.util.Collection<DivisionCode> codes) {
        java.util.Set<DivisionCode> all = new java.util.HashSet<>();
        for (DivisionCode code : codes) {
            for (Optional<DivisionCode> at = Optional.of(code);
                    at.isPresent();
                    at = at.get().parent()) {
                all.add(at.get());
            }
        }
        Map<DivisionCode, String> names = known().names;
        all.removeAll(names.keySet());
        if (!all.isEmpty()) {
            store.named(List.copyOf(all)).forEach(division -> names.put(division.code(), division.name()));
        }
        Map<DivisionCode, String> full = new java.util.HashMap<>();
        for (DivisionCode code : codes) {
            StringBuilder name = new StringBuilder();
            for (DivisionLevel level : DivisionLevel.values()) {
                if (level.ordinal() > DivisionLevel.CITY.ordinal() || level == code.level()) {
                    code.at(level).map(names::get).ifPresent(name::append);
                }
            }
            full.put(code, name.toString());
        }
        return full;
    }

    /** Divisions whose name or pinyin contains the text, inside another one; at most {@code limit}. */
    public List<Division> search(DivisionCode within, String text, int limit) {
        return store.search(within, text.strip(), Pinyin.key(text), limit);
    }

    /**
     * Loads a tree from a file in Unicode or GB 18030, which Chinese spreadsheets write.
     *
     * @throws DivisionFileRefused as {@link #load(Reader, LongConsumer)} does, and for a file that is no text
     */
    @Transactional
    public Loaded load(Path file, LongConsumer progress) throws IOException {
        try (Reader text = TextFile.open(file)) {
            return load(text, progress);
        } catch (SheetRefused refused) {
            DivisionFileRefused.Kind kind = refused.reason() == SheetRefused.Reason.EMPTY
                    ? DivisionFileRefused.Kind.HEADER
                    : DivisionFileRefused.Kind.UNREADABLE;
            throw new DivisionFileRefused(List.of(new DivisionFileRefused.Problem(0, kind, "")));
        }
    }

    /**
     * Loads a tree from the columns {@code code,name,parent,level}; rows already there are renamed, none is
     * deleted. All or nothing.
     *
     * @param progress is told how many rows were read so far
     * @return what was stored
     * @throws DivisionFileRefused with every problem found, each with its line
     */
    @Transactional
    public Loaded load(Reader file, LongConsumer progress) throws IOException {
        Map<String, String> names = new TreeMap<>();
        List<DivisionFileRefused.Problem> problems = new ArrayList<>();
        BufferedReader lines = new BufferedReader(file);
        String header = lines.readLine();
        if (header == null
                || !List.of(header.replace("\uFEFF", "").strip().split(",", -1)).equals(COLUMNS)) {
            throw new DivisionFileRefused(List.of(
                    new DivisionFileRefused.Problem(1, DivisionFileRefused.Kind.HEADER, String.valueOf(header))));
        }
        long number = 1;
        for (String line = lines.readLine(); line != null && problems.size() < 100; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                read(line, number, names, problems);
            }
            if (number % 10_000 == 0) {
                progress.accept(number);
            }
        }
        names.keySet().stream()
                .flatMap(code -> new DivisionCode(code).parent().stream())
                .filter(parent -> !names.containsKey(parent.value()))
                .distinct()
                .filter(parent -> store.find(parent).isEmpty())
                .limit(100)
                .forEach(parent -> problems.add(
                        new DivisionFileRefused.Problem(0, DivisionFileRefused.Kind.NO_PARENT, parent.value())));
        if (!problems.isEmpty()) {
            throw new DivisionFileRefused(problems);
        }
        RequestMemo.forget(KNOWN);
        return store.merge(names);
    }

    private static void read(
            String line, long number, Map<String, String> names, List<DivisionFileRefused.Problem> problems) {
        String[] cells = line.split(",", -1);
        Optional<DivisionCode> code = cells.length == COLUMNS.size() ? exactCode(cells[0]) : Optional.empty();
        if (code.isEmpty() || cells[1].isBlank()) {
            problems.add(new DivisionFileRefused.Problem(number, DivisionFileRefused.Kind.SHAPE, line));
            return;
        }
        String parent = code.get().parent().map(DivisionCode::value).orElse("");
        if (!parent.equals(cells[2]) || !code.get().level().name().equals(cells[3])) {
            problems.add(new DivisionFileRefused.Problem(number, DivisionFileRefused.Kind.TREE, line));
            return;
        }
        if (names.put(code.get().value(), cells[1].strip()) != null) {
            problems.add(new DivisionFileRefused.Problem(number, DivisionFileRefused.Kind.TWICE, cells[0]));
        }
    }

    private static Optional<DivisionCode> exactCode(String text) {
        try {
            return Optional.of(new DivisionCode(text));
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }

    /** @param rows divisions in the file @param added new ones @param renamed ones whose name changed */
    public record Loaded(long rows, long added, long renamed) {}
}
