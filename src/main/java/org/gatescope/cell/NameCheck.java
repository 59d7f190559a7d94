package org.gatescope.cell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatescope.cell.CellText.Declaration;
import org.gatescope.cell.CellText.Keyword;
import org.gatescope.cell.CellText.SizeDeclaration;
import org.gatescope.cell.Equation.Joined;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Transpose;

/** Accounts for every name of a cell: each is the input, a state, an earlier line or a parameter. */
final class NameCheck {
    private final CellText text;
    private final Set<String> states = new HashSet<>();
    private final Set<String> parameters = new HashSet<>();
    private final Set<String> sizes = new HashSet<>();
    /** Every line by what it defines. */
    private final Map<String, Equation> definitions = new HashMap<>();

    private NameCheck(CellText text) {
        this.text = text;
    }

    /** @throws CellException at the first name that cannot be */
    static void check(CellText text) {
        NameCheck names = new NameCheck(text);
        names.checkDeclarations();
        names.checkTargets();
        names.checkUses();
        names.checkStatesAreUpdated();
        names.checkParametersAreUsed();
        names.checkDots();
        names.checkJoined();
    }

    private void checkDeclarations() {
        Map<String, Integer> lines = new HashMap<>();
        for (Declaration declaration : text.declarations()) {
            String name = declaration.name();
            boolean isState = declaration.keyword() == Keyword.STATE;
            if (QuantityName.isAfter(name)) {
                throw declaration.error(isState ? "state.primed" : "param.primed", name);
            }
            checkMayBeDefined(name, declaration.line(), declaration.column());
            Integer earlier = lines.put(name, declaration.line().number());
            if (earlier != null) {
                throw declaration.error("twice", name, earlier);
            }
            (isState ? states : parameters).add(name);
        }
        checkSizes(lines);
        if (states.isEmpty()) {
            SourceLine first = text.equations().isEmpty()
                    ? text.lines().getFirst()
                    : text.equations().getFirst().line();
            throw new CellException(first, 1, "state.none");
        }
    }

    /** @param lines where states and parameters are declared, by name */
    private void checkSizes(Map<String, Integer> lines) {
        Map<String, Integer> known = new HashMap<>();
        for (SizeDeclaration size : text.sizes()) {
            String name = size.name().text();
            checkMayBeDefined(name, size.line(), size.name().column());
            Integer earlier = known.put(name, size.line().number());
            if (earlier != null) {
                throw new CellException(size.line(), size.name().column(), "size.twice", name, earlier);
            }
            Integer other = lines.get(name);
            if (other != null) {
                throw new CellException(size.line(), size.name().column(), "twice", name, other);
            }
            sizes.add(name);
        }
    }

    private void checkParametersAreUsed() {
        Set<String> used = new HashSet<>();
        text.equations().forEach(equation -> Names.in(equation.expression()).forEach(name -> used.add(name.text())));
        for (Declaration declaration : text.parameterDeclarations()) {
            if (!used.contains(declaration.name())) {
                throw declaration.error("param.unused", declaration.name());
            }
        }
    }

    private void checkTargets() {
        for (Equation equation : text.equations()) {
            String target = equation.target();
            checkMayBeDefined(target, equation.line(), equation.column());
            if (states.contains(target)) {
                throw equation.errorAtTarget("state.before", target);
            }
            if (parameters.contains(target) || sizes.contains(target)) {
                throw equation.errorAtTarget(sizes.contains(target) ? "size.line" : "param.line", target);
            }
            if (isPrimedWithoutState(target)) {
                throw equation.errorAtTarget("prime.target", target, Cell.unprimed(target));
            }
            Equation earlier = definitions.put(target, equation);
            if (earlier != null) {
                throw equation.errorAtTarget("twice", target, earlier.line().number());
            }
        }
    }

    private void checkUses() {
        Set<String> earlier = new HashSet<>();
        for (Equation equation : text.equations()) {
            for (Name name : Names.in(equation.expression())) {
                checkUse(equation, name, earlier);
            }
            earlier.add(equation.target());
        }
    }

    private void checkUse(Equation equation, Name name, Set<String> earlier) {
        String used = name.text();
        if (used.equals("state")) {
            throw equation.error(name, "state.defined");
        }
        if (sizes.contains(used)) {
            throw equation.error(name, "size.used", used);
        }
        checkIsNoGradient(used, equation.line(), equation.columnOf(name));
        if (isPrimedWithoutState(used)) {
            throw equation.error(name, "prime.use", used, Cell.unprimed(used));
        }
        Equation definition = definitions.get(used);
        if (definition == null) {
            if (QuantityName.isAfter(used)) {
                throw equation.error(name, "state.never", Cell.unprimed(used), used);
            }
        } else if (!earlier.contains(used)) {
            throw usedBeforeItsLine(equation, name, definition);
        }
    }

    private CellException usedBeforeItsLine(Equation equation, Name name, Equation definition) {
        List<String> circle = Names.path(definition, equation.target(), definitions);
        return circle.isEmpty()
                ? equation.error(name, "early", name.text(), definition.line().number())
                : equation.error(name, "cycle", equation.target() + " → " + String.join(" → ", circle));
    }

    private void checkStatesAreUpdated() {
        for (Declaration declaration : text.stateDeclarations()) {
            String after = Cell.after(declaration.name());
            if (!definitions.containsKey(after)) {
                throw declaration.error("state.never", declaration.name(), after);
            }
        }
    }

    /** A dot beside a parameter alone may be a product with a matrix. */
    private void checkDots() {
        for (Equation equation : text.equations()) {
            for (Binary dot : equation.dotted()) {
                if (isParameter(dot.left()) || isParameter(dot.right())) {
                    Expression value = isParameter(dot.left()) ? dot.right() : dot.left();
                    Expression parameter = isParameter(dot.left()) ? dot.left() : dot.right();
                    throw equation.error(dot, "sign.dot", value, parameter);
                }
            }
        }
    }

    private boolean isParameter(Expression node) {
        Expression bare = node instanceof Transpose(Expression argument) ? argument : node;
        return bare instanceof Name(String name)
                && !name.equals(Cell.INPUT)
                && !states.contains(name)
                && !definitions.containsKey(name);
    }

    /** The same matrix has the same blocks wherever it is used, and is nothing else. */
    private void checkJoined() {
        Map<String, List<String>> blocks = new HashMap<>();
        for (Equation equation : text.equations()) {
            for (Joined joined : equation.joined()) {
                List<String> before = blocks.putIfAbsent(joined.matrix(), joined.blocks());
                if (before != null && !before.equals(joined.blocks())) {
                    throw equation.error(joined.whole(), "joined.order", joined.matrix(), String.join(", ", before));
                }
            }
        }
        for (Equation equation : text.equations()) {
            for (Name name : Names.in(equation.expression())) {
                if (blocks.containsKey(name.text())) {
                    throw equation.error(name, "joined.whole", name.text());
                }
            }
            if (blocks.containsKey(equation.target())) {
                throw equation.errorAtTarget("joined.whole", equation.target());
            }
        }
    }

    private boolean isPrimedWithoutState(String name) {
        return QuantityName.isAfter(name) && !states.contains(Cell.unprimed(name));
    }

    private static void checkMayBeDefined(String name, SourceLine line, int column) {
        String base = Cell.unprimed(name);
        if (base.equals(Cell.INPUT)) {
            throw new CellException(line, column, "input.defined", name);
        }
        if (Words.isFunction(base)) {
            throw new CellException(line, column, "function.defined", name);
        }
        if (base.equals("state")) {
            throw new CellException(line, column, "state.defined");
        }
        if (base.endsWith(".T")) {
            throw new CellException(line, column, "transpose.defined", name, base.substring(0, base.length() - 2));
        }
        checkIsNoGradient(name, line, column);
    }

    /** {@code d.NAME} is the gradient of NAME. */
    private static void checkIsNoGradient(String name, SourceLine line, int column) {
        if (QuantityName.isGradient(name)) {
            throw new CellException(line, column, "gradient.named", name);
        }
    }
}
