package org.gatescope.cell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a book calls the quantities and parameters of a cell, where its equations bear their usual names out. All other names
 * stay as the cell has them; where two would read alike, all do.
 */
final class BookNames {
    /** What a parameter belongs to, and which gate: {@code Wh} and {@code f} of {@code Wh.f}. */
    private static final Pattern PARAMETER = Pattern.compile("([^.]+)\\.([^.]+)");

    private static final Set<String> OF_HIDDEN = Set.of("Wh", "bh");

    /** @param index in the names of parameters: c of c̃ */
    private record Called(String name, String index) {
        Called(String name) {
            this(name, name);
        }
    }

    private final Book book;
    private final Cell cell;
    private final Roles roles;

    private BookNames(Book book, Cell cell) {
        this.book = book;
        this.cell = cell;
        roles = Roles.of(cell);
    }

    /** By the cell’s own names, without primes; those that stay are not among them. */
    static Map<String, String> of(Book book, Cell cell) {
        return book == Book.GATESCOPE ? Map.of() : new BookNames(book, cell).all();
    }

    private Map<String, String> all() {
        Set<String> own = new LinkedHashSet<>(List.of(Cell.INPUT));
        own.addAll(cell.states());
        cell.statements().forEach(statement -> own.add(Cell.unprimed(statement.name())));
        Map<String, Called> called = new LinkedHashMap<>();
        for (String name : own) {
            if (!QuantityName.isPreActivation(name) && roles.isAsNamed(name)) {
                called.put(name, called(name));
            }
        }
        own.addAll(cell.parameters().keySet());
        Map<String, String> names = renamed(own, called);
        Set<String> seen = new HashSet<>();
        boolean isClear = own.stream().allMatch(name -> seen.add(Notation.plain(names.getOrDefault(name, name))));
        return isClear ? names : Map.of();
    }

    private Called called(String name) {
        boolean isState = cell.states().contains(name);
        boolean isLstm = cell.states().contains("c");
        return switch (name) {
            case "i" -> gate("i", "u");
            case "f" -> gate("f", "f");
            case "o" -> gate("o", "o");
            case "r" -> gate("r", "r");
            case "z" -> book == Book.TENSORFLOW ? new Called("u") : gate("z", "u");
            case "g", "n", "j" -> candidate(name, isLstm);
            case "h" ->
                isState && book == Book.NG ? new Called(isLstm || !hasCandidate() ? "a" : "c") : new Called("h");
            default -> new Called(name);
        };
    }

    private Called gate(String usual, String ofNg) {
        return book == Book.NG ? new Called("Γ." + ofNg, ofNg) : new Called(usual);
    }

    private Called candidate(String own, boolean isLstm) {
        return switch (book) {
            case GATESCOPE -> new Called(own);
            case NG -> new Called("c̃", "c");
            case TENSORFLOW -> new Called(isLstm ? "j" : "c");
            case OLAH, CHO -> isLstm ? new Called("c̃", "c") : new Called("h̃", "h");
        };
    }

    private boolean hasCandidate() {
        return cell.lines().stream()
                .map(Assignment::name)
                .anyMatch(name -> Set.of("g", "n", "j").contains(name) && roles.isAsNamed(name));
    }

    private static Map<String, String> renamed(Set<String> own, Map<String, Called> called) {
        Map<String, String> names = new HashMap<>();
        for (String name : own) {
            String shown = shown(name, called);
            if (!shown.equals(name)) {
                names.put(name, shown);
            }
        }
        return names;
    }

    private static String shown(String name, Map<String, Called> called) {
        Called whole = called.get(name);
        if (whole != null) {
            return whole.name();
        }
        Matcher parts = PARAMETER.matcher(name);
        if (!parts.matches()) {
            return name;
        }
        if (QuantityName.isPreActivation(name)) {
            Called line = called.get(parts.group(1));
            return line == null ? name : QuantityName.preActivation(line.name());
        }
        Called of = called.get(parts.group(2));
        Called hidden = called.get("h");
        String head = OF_HIDDEN.contains(parts.group(1)) && hidden != null
                ? parts.group(1).charAt(0) + hidden.index()
                : parts.group(1);
        return head + "." + (of == null ? parts.group(2) : of.index());
    }
}
