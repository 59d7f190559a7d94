package org.gatescope.format.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gatescope.format.data.Choices.Aim;
import org.gatescope.text.Texts;

/**
 * What the columns of a table probably are, by their names first and by what they hold where names say nothing.
 *
 * @param roles why they are as they are, in a sentence
 * @param aim   why that one
 */
public record Recognition(Choices choices, String roles, String aim) {
    private static final Texts TEXTS = Texts.of(Recognition.class);

    private static final Set<String> SEQUENCES = Set.of(
            "sequence",
            "seq",
            "series",
            "sample",
            "trial",
            "subject",
            "patient",
            "episode",
            "run",
            "group",
            "id",
            "session");

    private static final Set<String> TIMES = Set.of(
            "time",
            "timestamp",
            "date",
            "datetime",
            "t",
            "step",
            "index",
            "sec",
            "seconds",
            "zeit",
            "datum",
            "day",
            "hour",
            "year",
            "month",
            "frame");

    private static final Set<String> TARGETS =
            Set.of("target", "targets", "label", "labels", "class", "category", "y", "output");
    private static final Pattern DATE =
            Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}([ T].*)?|\\d{1,2}:\\d{2}(:\\d{2}.*)?");
    private static final int MOST_CLASSES = 50;
    private static final int LOOKED_AT = 50;

    /** Of a table; nothing is asked. */
    public static Recognition of(ColumnTable table) {
        Role[] roles = new Role[table.columns().size()];
        Arrays.setAll(roles, i -> table.columns().get(i) instanceof Column.Unkept ? Role.UNUSED : Role.INPUT);
        mark(table, roles, Role.SEQUENCE);
        mark(table, roles, Role.TIME);
        markTargets(table, roles);
        if (!List.of(roles).contains(Role.INPUT)) {
            Arrays.setAll(roles, i -> roles[i] == Role.TARGET ? Role.INPUT : roles[i]); // a table of targets alone
        }
        boolean asClasses = areClasses(table, roles);
        Aim aim = aim(table, roles);
        Choices choices = new Choices(List.of(roles), aim, asClasses, scaling(table, roles));
        return new Recognition(
                choices, why(table, choices), TEXTS.get("why.aim." + aim.name().toLowerCase(Locale.ROOT)));
    }

    private static void mark(ColumnTable table, Role[] roles, Role role) {
        for (int i = 0; i < roles.length; i++) {
            Column column = table.columns().get(i);
            boolean fits = role == Role.SEQUENCE
                    ? isOfSequences(column, table.rows()) || i == 0 && standsInBlocks(column, table)
                    : isOfTimes(column, i, table);
            if (fits && (roles[i] == Role.INPUT || role == Role.TIME && column instanceof Column.Unkept)) {
                roles[i] = role;
                return;
            }
            if (role == Role.SEQUENCE && isNamedAsSequences(column)) {
                roles[i] = Role.UNUSED; // another one in each row is a number of the row
            }
        }
    }

    private static String stem(Column column) {
        String name = column.name().toLowerCase(Locale.ROOT);
        return name.replaceFirst("[\\[(].*$", "").replaceFirst("[._ ]\\d+$", "").strip();
    }

    /** A name of its own, or such as {@code patient_id}; and what it holds stands for several rows. */
    private static boolean isOfSequences(Column column, int rows) {
        return isNamedAsSequences(column)
                && switch (column) {
                    case Column.Words(var same, var words, var codes) -> words.size() < rows;
                    case Column.Numbers(var same, var values) -> areWhole(values) && repeats(values);
                    case Column.Unkept unkept -> false;
                };
    }

    /** Words of which each stands in several rows one below the other, and nowhere else, before other columns. */
    private static boolean standsInBlocks(Column column, ColumnTable table) {
        if (!(column instanceof Column.Words(var name, var words, var codes))
                || table.columns().size() < 2) {
            return false;
        }
        int[] begins = IntStream.range(0, codes.length)
                .filter(row -> row == 0 || codes[row] != codes[row - 1])
                .toArray();
        boolean areLong = IntStream.range(0, begins.length)
                .allMatch(i -> (i + 1 < begins.length ? begins[i + 1] : codes.length) - begins[i] > 1);
        return begins.length > 1 && begins.length == words.size() && areLong;
    }

    private static boolean isNamedAsSequences(Column column) {
        String name = stem(column);
        return SEQUENCES.contains(name) || name.endsWith("_id") || name.endsWith(" id");
    }

    private static boolean areWhole(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == Math.rint(value) && Math.abs(value) < 1e15);
    }

    private static boolean repeats(double[] values) {
        return Arrays.stream(values).distinct().count() < values.length;
    }

    private static boolean isOfTimes(Column column, int place, ColumnTable table) {
        boolean isNamed = TIMES.contains(stem(column));
        return switch (column) {
            case Column.Numbers(var name, var values) ->
                isNamed && values.length > 1 && table.columns().size() > 1
                        || place == 0
                                && table.columns().size() > 1
                                && name.equals(TextTables.nameless(0))
                                && isCount(values);
            case Column.Words(var name, var words, var codes) -> isNamed || areDates(words);
            case Column.Unkept(var name, var first) -> isNamed || areDates(first);
        };
    }

    /** Rises by 1 from row to row, as an index does. */
    private static boolean isCount(double[] values) {
        return values.length > 2 && IntStream.range(1, values.length).allMatch(i -> values[i] - values[i - 1] == 1);
    }

    private static boolean areDates(List<String> words) {
        return !words.isEmpty()
                && words.stream()
                        .limit(LOOKED_AT)
                        .allMatch(word -> DATE.matcher(word).matches());
    }

    /** Those of a target's name; where there are none, words in the last column beside numbers. */
    private static void markTargets(ColumnTable table, Role[] roles) {
        boolean isNamed = false;
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.INPUT && TARGETS.contains(stem(table.columns().get(i)))) {
                roles[i] = Role.TARGET;
                isNamed = true;
            }
        }
        int last = roles.length - 1;
        boolean areNumbersBefore = IntStream.range(0, last)
                .anyMatch(i -> roles[i] == Role.INPUT && table.columns().get(i) instanceof Column.Numbers);
        if (!isNamed
                && areNumbersBefore
                && roles[last] == Role.INPUT
                && table.columns().get(last) instanceof Column.Words(var name, var words, var codes)
                && words.size() <= MOST_CLASSES) {
            roles[last] = Role.TARGET;
        }
    }

    /** Other roles, with the aim that goes with them. */
    public static Choices withRole(ColumnTable table, Choices choices, int column, Role role) {
        Choices changed = choices.withRole(column, role);
        return changed.withAim(aim(table, changed.roles().toArray(Role[]::new)));
    }

    private static List<Column> of(Role role, ColumnTable table, Role[] roles) {
        List<Column> found = new ArrayList<>();
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == role) {
                found.add(table.columns().get(i));
            }
        }
        return found;
    }

    /** Few whole numbers in a column that is called a class. */
    private static boolean areClasses(ColumnTable table, Role[] roles) {
        List<Column> targets = of(Role.TARGET, table, roles);
        return targets.size() == 1
                && targets.getFirst() instanceof Column.Numbers(var name, var values)
                && Set.of("label", "labels", "class", "category").contains(stem(targets.getFirst()))
                && Arrays.stream(values).allMatch(value -> Double.isNaN(value) || value == Math.rint(value))
                && Arrays.stream(values).distinct().limit(MOST_CLASSES + 1).count() <= MOST_CLASSES;
    }

    private static Aim aim(ColumnTable table, Role[] roles) {
        List<Column> targets = of(Role.TARGET, table, roles);
        if (targets.isEmpty()) {
            return Aim.NEXT_ROW;
        }
        SequenceRows sequences = SequenceRows.of(table, List.of(roles));
        boolean areSeveral = sequences.count() > 1 && sequences.longest() > 1;
        return areSeveral && targets.stream().allMatch(sequences::areConstant) ? Aim.LAST_STEP : Aim.EVERY_STEP;
    }

    /** Numbers much larger or smaller than what networks begin with. */
    private static Scaling scaling(ColumnTable table, Role[] roles) {
        boolean isLarge = false;
        for (Role role : List.of(Role.INPUT, Role.TARGET)) {
            for (Column column : of(role, table, roles)) {
                isLarge |= column instanceof Column.Numbers(var name, var values)
                        && Arrays.stream(values).anyMatch(value -> Math.abs(value) > 3 && Double.isFinite(value));
            }
        }
        return isLarge ? Scaling.STANDARD : Scaling.NONE;
    }

    private static String why(ColumnTable table, Choices choices) {
        List<String> said = new ArrayList<>();
        for (Role role : List.of(Role.SEQUENCE, Role.TIME, Role.TARGET)) {
            int column = choices.roles().indexOf(role);
            if (column >= 0) {
                said.add(TEXTS.get(
                        "why.role." + role.name().toLowerCase(Locale.ROOT),
                        table.columns().get(column).name()));
            }
        }
        return said.isEmpty() ? TEXTS.get("why.role.none") : String.join(" ", said);
    }
}
