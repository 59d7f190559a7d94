package org.gatescope.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gatescope.cell.Assignment;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.session.Session;

/**
 * What somebody changed of a session: each weight, input and initial state that is another number, each line of a cell that
 * reads otherwise, each mistake that was switched. Tables that only one of the two has, or in another size, are not compared.
 *
 * @param count of all of them
 * @param first what the first few are, in words that files keep: {@code 0.forward.Wx.h[0, 1]: 0.5 → 2.0}
 */
public record SessionChanges(int count, List<String> first) {
    private static final int SAID = 8;

    public SessionChanges {
        first = List.copyOf(first);
    }

    /** From one to the other. */
    public static SessionChanges of(Session before, Session after) {
        Counting counting = new Counting();
        counting.compareTables(before.numbers().parameters(), after.numbers().parameters());
        counting.compareTables(
                Map.of("input", before.numbers().input()),
                Map.of("input", after.numbers().input()));
        counting.compareTables(before.numbers().initialState(), after.numbers().initialState());
        counting.compare(lines(before), lines(after));
        counting.compare(mistakes(before), mistakes(after));
        return new SessionChanges(counting.count, counting.first);
    }

    /** By part and name of what it computes. */
    private static Map<String, String> lines(Session session) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (Part part : session.network().parts()) {
            for (Assignment line : part.layer().cell().lines()) {
                lines.put(part.key() + " " + line.name(), String.valueOf(line));
            }
        }
        return lines;
    }

    private static Map<String, String> mistakes(Session session) {
        Map<String, String> mistakes = new LinkedHashMap<>();
        for (Mistake mistake : session.mistakes().mistakes()) {
            mistakes.put(mistake.name(), "on");
        }
        return mistakes;
    }

    private static final class Counting {
        private int count;
        private final List<String> first = new ArrayList<>();

        void compareTables(Map<String, Matrix> before, Map<String, Matrix> after) {
            new TreeMap<>(before).forEach((name, table) -> {
                Matrix other = after.get(name);
                if (other != null && other.rows() == table.rows() && other.columns() == table.columns()) {
                    compare(name, table, other);
                }
            });
        }

        private void compare(String name, Matrix before, Matrix after) {
            for (int row = 0; row < before.rows(); row++) {
                for (int column = 0; column < before.columns(); column++) {
                    double was = before.get(row, column);
                    double is = after.get(row, column);
                    if (Double.compare(was, is) != 0) {
                        add(name + "[" + row + ", " + column + "]: " + was + " → " + is);
                    }
                }
            }
        }

        void compare(Map<String, String> before, Map<String, String> after) {
            Set<String> names = new TreeSet<>(before.keySet());
            names.addAll(after.keySet());
            for (String name : names) {
                String is = after.getOrDefault(name, "–");
                if (!is.equals(before.getOrDefault(name, "–"))) {
                    add(name + ": " + is);
                }
            }
        }

        private void add(String words) {
            count++;
            if (first.size() < SAID) {
                first.add(words);
            }
        }
    }
}
