package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Cell;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;

/** The cells of a network as classes of JavaScript or Java, which give back all that they compute by name. */
final class TypedCells {
    private static final int INDENT = 8;

    /**
     * What differs between the two.
     *
     * @param words    resource with those that mean something else within a method
     * @param template resource of a class
     * @param declared what stands before a name where it is first set
     * @param table    the table of a name in a map, {@code %s} and {@code %s}
     * @param put      how a name, the first {@code %s}, gets a table in {@code all}
     */
    record Syntax(String words, String template, String declared, String table, String put) {}

    static final Syntax JAVASCRIPT =
            new Syntax("javascript-words.txt", "javascript-cell.txt", "let ", "%s[%s]", "all[%s] = %s;");

    static final Syntax JAVA =
            new Syntax("java-words.txt", "java-cell.txt", "DMatrixRMaj ", "%s.get(%s)", "all.put(%s, %s);");

    private final ExpressionText expressions;
    private final Syntax syntax;
    private final Set<String> reserved;
    private final CellClasses classes;

    TypedCells(Network network, ExpressionText expressions, Syntax syntax) {
        this.expressions = expressions;
        this.syntax = syntax;
        this.reserved = Set.of(CodeTemplate.resource(syntax.words()).strip().split("\\s+"));
        classes = new CellClasses(network, (parts, name) -> new Written(parts).text(name));
    }

    /** The class of a part's cell. */
    String nameOf(Part part) {
        return classes.nameOf(part);
    }

    /** All classes, an empty line behind each. */
    String text() {
        return classes.text("\n");
    }

    private final class Written {
        private final List<Part> parts;
        private final Cell cell;
        private final CellLines lines;
        private final Identifiers identifiers = new Identifiers(reserved);

        /** @param parts that have the cell */
        Written(List<Part> parts) {
            this.parts = parts;
            this.cell = parts.getFirst().layer().cell();
            this.lines = new CellLines(cell);
            cell.parameters().keySet().forEach(identifiers::of);
            lines.quantities().forEach(identifiers::of);
        }

        String text(String name) {
            Map<String, String> texts = new LinkedHashMap<>();
            texts.put("NAME", name);
            texts.put(
                    "SOURCE",
                    cell.source().strip().lines().map(Comments::harmless).collect(Collectors.joining("\n")));
            texts.put("STATES", cell.states().stream().map(Written::quoted).collect(Collectors.joining(", ")));
            addParameters(texts);
            addForward(texts);
            addBackward(texts);
            return CodeTemplate.of(syntax.template()).filled(Set.of(), texts);
        }

        private String named(String name) {
            String own = identifiers.of(name);
            return lines.isParameter(QuantityName.base(name)) ? "this." + own : own;
        }

        private void addParameters(Map<String, String> texts) {
            List<String> fields = new ArrayList<>();
            List<String> set = new ArrayList<>();
            List<String> clear = new ArrayList<>();
            List<String> gradients = new ArrayList<>();
            cell.parameters().forEach((name, shape) -> {
                String gradient = named(Cell.gradient(name));
                fields.add(syntax.declared() + identifiers.of(name) + ", " + identifiers.of(Cell.gradient(name)) + ";");
                set.add(named(name) + " = " + syntax.table().formatted("parameters", "key + \"." + name + "\"")
                        + "; // (" + shape.rows() + ", " + shape.columns() + ")");
                clear.add(gradient + " = zerosLike(" + named(name) + ");");
                gradients.add(syntax.put().formatted("this.key + \"." + name + "\"", gradient));
            });
            texts.put("FIELDS", String.join("\n", fields));
            texts.put("PARAMETERS", String.join("\n", set));
            texts.put("CLEAR", String.join("\n", clear));
            texts.put("GRADIENTS", String.join("\n", gradients));
        }

        private void addForward(Map<String, String> texts) {
            List<String> given = new ArrayList<>(List.of(Cell.INPUT));
            given.addAll(cell.states());
            texts.put("GIVEN", joined(given));
            texts.put("X", identifiers.of(Cell.INPUT));
            texts.put(
                    "BEFORE",
                    cell.states().stream()
                            .map(state -> taken(state, "before", state))
                            .collect(Collectors.joining("\n")));
            texts.put(
                    "SHAPES",
                    given.stream()
                            .map(name -> identifiers.of(name) + " (N, " + cell.widthOf(name) + ")")
                            .collect(Collectors.joining(", ")));
            List<String> set = new ArrayList<>();
            lines.forward()
                    .forEach(line -> set.addAll(CodeLink.marked(assigned(line, true), CodeLink.forward(parts, line))));
            texts.put("FORWARD", String.join("\n", set));
            texts.put(
                    "ALL",
                    lines.quantities().stream()
                            .map(name -> syntax.put().formatted(quoted(name), identifiers.of(name)))
                            .collect(Collectors.joining("\n")));
        }

        private void addBackward(Map<String, String> texts) {
            List<CellLines.Line> back = lines.backward();
            texts.put("ARRIVING", joined(lines.arriving()));
            texts.put("UPSTREAM", identifiers.of(lines.arriving().getFirst()));
            texts.put(
                    "LATER",
                    cell.states().stream()
                            .map(state -> taken(Arrivals.fromNextStep(state).text(), "later", state))
                            .collect(Collectors.joining("\n")));
            texts.put(
                    "TAKE",
                    lines.kept(back).stream()
                            .map(name -> taken(name, "kept", name))
                            .collect(Collectors.joining("\n")));
            List<String> set = new ArrayList<>();
            back.forEach(line -> set.addAll(CodeLink.marked(
                    assigned(line, line.kind() != CellLines.Kind.ADD), CodeLink.backward(parts, line))));
            texts.put("BACKWARD", String.join("\n", set));
            texts.put(
                    "D_ALL",
                    lines.quantities().stream()
                            .map(name -> syntax.put().formatted(quoted(name), identifiers.of(Cell.gradient(name))))
                            .collect(Collectors.joining("\n")));
        }

        /** A name set to the table that a map has under a key. */
        private String taken(String name, String map, String key) {
            return syntax.declared() + identifiers.of(name) + " = "
                    + syntax.table().formatted(map, quoted(key)) + ";";
        }

        private static String quoted(String text) {
            return "\"" + text + "\"";
        }

        /** @param isFirst where the name is not there yet */
        private List<String> assigned(CellLines.Line line, boolean isFirst) {
            String target = named(line.target());
            String value = expressions.of(line.value(), this::named);
            String right = switch (line.kind()) {
                case SET -> value;
                case ADD, SHARE -> expressions.call("add", List.of(target, value));
                case ZERO -> "zerosLike(" + value + ")";
                case REPEAT -> expressions.call("repeated", List.of(value, "x", width(line.target())));
            };
            String declared = isFirst && line.kind() != CellLines.Kind.SHARE ? syntax.declared() : "";
            return BrokenLines.withSemicolon(declared + target + " = ", right, INDENT);
        }

        private String width(String quantity) {
            return String.valueOf(parts.getFirst().sizes(0, 0).of(cell.widthOf(quantity)));
        }

        private String joined(List<String> of) {
            return of.stream().map(identifiers::of).collect(Collectors.joining(", "));
        }
    }
}
