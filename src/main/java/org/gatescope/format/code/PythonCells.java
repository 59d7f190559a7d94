package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.cell.Cell;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.session.Phase;

/** The cells of a network as classes of Python, one for all layers that have it. */
final class PythonCells {
    /** Words that mean something else within a method. */
    private static final Set<String> RESERVED =
            Set.of(CodeTemplate.resource("python-words.txt").strip().split("\\s+"));

    /** Columns that lines of a method are indented by. */
    private static final int INDENT = 8;

    /** Longer lines have no comment behind them. */
    private static final int ROOM = 75;

    private final ExpressionText expressions;
    private final CodeTemplate template;
    private final String zeros;
    private final CellClasses classes;

    /**
     * @param template of a class
     * @param zeros    what makes zeros like an array: {@code np.zeros_like}; empty where nothing goes backward by hand
     */
    PythonCells(Network network, ExpressionText expressions, CodeTemplate template, String zeros) {
        this.expressions = expressions;
        this.template = template;
        this.zeros = zeros;
        classes = new CellClasses(network, (parts, name) -> new Written(parts).text(name));
    }

    /** The class of a part's cell. */
    String nameOf(Part part) {
        return classes.nameOf(part);
    }

    /** All classes, two empty lines behind each. */
    String text() {
        return classes.text("\n\n");
    }

    private final class Written {
        private final List<Part> parts;
        private final Cell cell;
        private final CellLines lines;
        private final Identifiers identifiers = new Identifiers(RESERVED);

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
            texts.put(
                    "STATES",
                    tuple(cell.states().stream()
                            .map(state -> "\"" + state + "\"")
                            .toList()));
            addParameters(texts);
            addForward(texts);
            if (!zeros.isEmpty()) {
                addBackward(texts);
            }
            return template.filled(Set.of(), texts);
        }

        /** {@code Wx_i}, {@code d_h_next}; parameters and their gradients belong to the object. */
        private String named(String name) {
            return (lines.isParameter(QuantityName.base(name)) ? "self." : "") + identifiers.of(name);
        }

        private void addParameters(Map<String, String> texts) {
            List<String> set = new ArrayList<>();
            List<String> clear = new ArrayList<>();
            List<String> gradients = new ArrayList<>();
            cell.parameters().forEach((name, shape) -> {
                String sizes = "  # (" + shape.rows() + ", " + shape.columns() + ")";
                set.add(named(name) + " = parameters[key + \"." + name + "\"]" + sizes);
                clear.add(named(Cell.gradient(name)) + " = " + zeros + "(" + named(name) + ")");
                gradients.add("self.key + \"." + name + "\": " + named(Cell.gradient(name)) + ",");
            });
            texts.put("PARAMETERS", String.join("\n", set));
            texts.put("SET", set.isEmpty() ? "pass" : String.join("\n", set));
            texts.put("CLEAR", clear.isEmpty() ? "pass" : String.join("\n", clear));
            texts.put("GRADIENTS", String.join("\n", gradients));
        }

        private void addForward(Map<String, String> texts) {
            List<String> given = new ArrayList<>(List.of(Cell.INPUT));
            given.addAll(cell.states());
            texts.put("GIVEN", joined(given));
            texts.put(
                    "SHAPES",
                    given.stream()
                            .map(name -> identifiers.of(name) + " (N, " + cell.widthOf(name) + ")")
                            .collect(Collectors.joining(", ")));
            List<String> set = new ArrayList<>();
            lines.forward().forEach(line -> {
                List<String> assigned = assigned(line, "  # (N, " + cell.widthOf(line.target()) + ")");
                set.addAll(CodeLink.marked(assigned, forwardLinks(line)));
            });
            texts.put("FORWARD", String.join("\n", set));
            texts.put("AFTER", joined(cell.states().stream().map(Cell::after).toList()));
        }

        /** Where nothing goes backward by hand, the adjoint lines that come of a statement belong to it too. */
        private List<CodeLink> forwardLinks(CellLines.Line line) {
            List<CodeLink> links = new ArrayList<>(CodeLink.forward(parts, line));
            if (zeros.isEmpty()) {
                lines.derived(line).forEach(place -> links.add(CodeLink.of(Phase.BACKWARD, parts, place)));
            }
            return links;
        }

        private void addBackward(Map<String, String> texts) {
            List<CellLines.Line> back = lines.backward();
            List<String> kept = lines.kept(back).stream().map(identifiers::of).toList();
            texts.put("ARRIVING", joined(lines.arriving()));
            texts.put("KEEP", String.join("\n", BrokenLines.python("kept = ", tuple(kept), INDENT)));
            texts.put(
                    "TAKE",
                    kept.isEmpty()
                            ? ""
                            : String.join("\n", BrokenLines.python("", tuple(kept), 2 * INDENT)) + " = kept");
            List<String> set = new ArrayList<>();
            back.forEach(line -> set.addAll(CodeLink.marked(assigned(line, ""), CodeLink.backward(parts, line))));
            texts.put("BACKWARD", String.join("\n", set));
            texts.put("D_X", identifiers.of(Cell.gradient(Cell.INPUT)));
            texts.put(
                    "D_STATES",
                    joined(cell.states().stream().map(Cell::gradient).toList()));
        }

        /** @param shape behind it, as a comment, where it fits */
        private List<String> assigned(CellLines.Line line, String shape) {
            String target = named(line.target());
            String value = expressions.of(line.value(), this::named);
            String right = switch (line.kind()) {
                case SET, SHARE -> value;
                case ADD -> target + " + " + value;
                case ZERO -> zeros + "(" + value + ")";
                case REPEAT -> expressions.call("repeated", List.of(value, "len(x)", width(line.target())));
            };
            String sign = line.kind() == CellLines.Kind.SHARE ? " += " : " = ";
            List<String> broken = BrokenLines.python(target + sign, right, INDENT);
            return broken.size() == 1 && broken.getFirst().length() < ROOM
                    ? List.of(broken.getFirst() + shape)
                    : broken;
        }

        private String width(String quantity) {
            return String.valueOf(parts.getFirst().sizes(0, 0).of(cell.widthOf(quantity)));
        }

        private String joined(List<String> of) {
            return of.stream().map(identifiers::of).collect(Collectors.joining(", "));
        }

        private static String tuple(List<String> items) {
            return items.stream().collect(Collectors.joining(", ", "(", items.size() == 1 ? ",)" : ")"));
        }
    }
}
