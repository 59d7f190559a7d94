package org.gatescope.picture.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Combination;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Power;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Function;
import org.gatescope.cell.Names;
import org.gatescope.cell.Operation;
import org.gatescope.cell.PreActivations;
import org.gatescope.cell.RowFunction;
import org.gatescope.picture.diagram.CellGraph.Kind;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.CellGraph.Place;
import org.gatescope.picture.diagram.CellGraph.Wire;

/** Makes a graph from equations, statement by statement. */
final class GraphBuilder {
    /** Of a number in a symbol. */
    private static final int LONGEST = 6;

    private static final Number NOTHING = new Number(0);

    private final Equations equations;
    private final Affine affine;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Wire> wires = new LinkedHashMap<>();
    private final Map<Place, Integer> lit = new HashMap<>();
    /** The node that makes each quantity. */
    private final Map<String, Integer> makers = new HashMap<>();
    /** Pre-activations: they happen in the node of their function. */
    private final Map<String, Assignment> folded = new HashMap<>();

    private String statement = "";

    private GraphBuilder(Equations equations) {
        this.equations = equations;
        this.affine = new Affine(equations.parameters());
    }

    static CellGraph of(Equations equations) {
        return new GraphBuilder(equations).graph();
    }

    private CellGraph graph() {
        for (String entry : equations.entries()) {
            makers.put(entry, end(Kind.ENTRY, entry));
        }
        fold();
        for (Assignment line : equations.statements()) {
            if (!folded.containsKey(line.name())) {
                add(line);
            }
        }
        for (String exit : equations.exits()) {
            wire(maker(exit), end(Kind.EXIT, exit), new Name(exit));
        }
        return new CellGraph(List.copyOf(nodes), List.copyOf(wires.values()), Map.copyOf(lit));
    }

    /** A statement that is nothing but the argument of one function belongs to that. */
    private void fold() {
        for (Assignment line : equations.statements()) {
            if (PreActivations.argument(line.expression()).orElse(NOTHING) instanceof Name(String argument)) {
                long uses = equations.statements().stream()
                        .flatMap(other -> Names.in(other.expression()).stream())
                        .filter(name -> name.text().equals(argument))
                        .count();
                equations.statements().stream()
                        .filter(other -> other.name().equals(argument) && uses == 1)
                        .filter(other -> !equations.exits().contains(argument))
                        .forEach(other -> folded.put(argument, other));
            }
        }
    }

    private void add(Assignment line) {
        statement = line.name();
        int made;
        if (line.expression() instanceof Name name) {
            made = node(Kind.OPERATOR, line.name(), "=", new Name(line.name()));
            connect(name, made);
        } else {
            made = node(line.expression());
            nodes.set(made, named(nodes.get(made), line.name()));
        }
        lit.put(new Place(line.name(), line.expression()), made);
        makers.put(line.name(), made);
    }

    private Node named(Node node, String quantity) {
        return new Node(
                node.id(),
                node.kind(),
                quantity,
                node.symbol(),
                new Name(quantity),
                equations.names().symbol(quantity));
    }

    /** The node of an expression that is no name. */
    private int node(Expression node) {
        int made = switch (node) {
            case Apply(Function function, Expression argument) -> function(node, function, argument);
            case Combine(Combination combination, List<Expression> arguments) -> {
                int combined = node(
                        Kind.FUNCTION, node.toString(), combination.symbol().replace('_', ' '), node);
                boolean isActivation = PreActivations.argument(node).isPresent();
                arguments.subList(0, isActivation ? 1 : 0).forEach(argument -> take(argument, combined));
                arguments
                        .subList(isActivation ? 1 : 0, arguments.size())
                        .forEach(argument -> connect(argument, combined));
                yield combined;
            }
            case Call(RowFunction function, List<Expression> arguments) -> {
                int called =
                        node(Kind.FUNCTION, node.toString(), function.word().replace('_', ' '), node);
                arguments.forEach(argument -> connect(argument, called));
                yield called;
            }
            default -> operator(node);
        };
        lit.put(new Place(statement, node), made);
        return made;
    }

    private int function(Expression node, Function function, Expression argument) {
        int made = node(Kind.FUNCTION, node.toString(), symbol(function), node);
        take(argument, made);
        return made;
    }

    /** Leads what an activation is a function of to it, through its pre-activation if that has no other use. */
    private void take(Expression argument, int made) {
        if (argument instanceof Name(String name) && folded.containsKey(name)) {
            String user = statement;
            statement = name;
            Expression inner = Objects.requireNonNull(folded.get(name)).expression();
            gather(inner, made);
            lit.put(new Place(name, inner), made);
            statement = user;
        } else {
            gather(argument, made);
        }
    }

    private static String symbol(Function function) {
        return switch (function) {
            case IDENTITY -> "id";
            default -> function.symbol().replace('_', ' ');
        };
    }

    /** The addends of a sum lead to the function itself, unless one is taken away that is no weight's. */
    private void gather(Expression argument, int user) {
        boolean isSum =
                argument instanceof Binary(Operator operator, Expression l, Expression r) && operator == Operator.PLUS;
        if (isSum && !takesAway(argument)) {
            Operation.parts(argument).forEach(part -> connect(part, user));
            lit.put(new Place(statement, argument), user);
        } else {
            connect(argument, user);
        }
    }

    private boolean takesAway(Expression node) {
        return node instanceof Binary(Operator operator, Expression left, Expression right)
                && ((operator == Operator.MINUS && !affine.holds(right))
                        || (operator == Operator.PLUS && takesAway(left)));
    }

    private int operator(Expression node) {
        List<Expression> parts = Operation.parts(node);
        int made = node(Kind.OPERATOR, node.toString(), symbol(node, parts), node);
        if (affine.holds(node)) {
            connect(node, made);
        } else {
            parts.forEach(part -> connect(part, made));
        }
        return made;
    }

    private String symbol(Expression node, List<Expression> parts) {
        if (affine.holds(node)) {
            return "Σ";
        }
        return switch (node) {
            case Negate negate -> "−";
            case Power(Expression base, double exponent) -> "^" + brief(new Number(exponent));
            case Binary binary -> binary(binary, parts);
            default -> "@";
        };
    }

    private String binary(Binary node, List<Expression> parts) {
        String sign = switch (node.operator()) {
            case PLUS -> "+";
            case MINUS -> "−";
            case TIMES -> "×";
            case DIVIDE -> "÷";
        };
        if (parts.size() == 2 && affine.isConstant(node.left())) {
            return node.operator() == Operator.PLUS || node.operator() == Operator.TIMES
                    ? sign + brief(node.left())
                    : brief(node.left()) + sign;
        }
        return parts.size() == 2 && affine.isConstant(node.right()) ? sign + brief(node.right()) : sign;
    }

    private static String brief(Expression constant) {
        String text = constant.toString().replace('-', '−');
        return text.length() <= LONGEST ? text : "…";
    }

    /** Leads what a part is made of to its user. */
    private void connect(Expression part, int user) {
        if (part instanceof Name(String name) && !equations.parameters().contains(name)) {
            wire(maker(name), user, part);
        } else if (affine.holds(part)) {
            affine.quantities(part).forEach(quantity -> wire(maker(quantity.text()), user, quantity));
            lightAll(part, user);
        } else if (part instanceof Product(Expression left, Expression right) && affine.isConstant(right)) {
            connect(left, user); // what weights make of it belongs to the user
            lit.put(new Place(statement, part), user);
            lightAll(right, user);
        } else {
            wire(node(part), user, part);
        }
    }

    private void lightAll(Expression part, int node) {
        lit.put(new Place(statement, part), node);
        Names.operands(part).forEach(operand -> lightAll(operand, node));
    }

    /** Names that nothing makes, such as a loss's weight, come in from the side. */
    private int maker(String quantity) {
        return makers.computeIfAbsent(quantity, name -> end(Kind.ENTRY, name));
    }

    /** What comes in and goes on is of a step. */
    private Formula name(Kind kind, Expression value) {
        boolean isEnd = kind == Kind.ENTRY || kind == Kind.EXIT;
        return value instanceof Name(String quantity)
                ? isEnd ? equations.names().within(quantity) : equations.names().symbol(quantity)
                : Formula.EMPTY;
    }

    private int end(Kind kind, String quantity) {
        return node(kind, kind.key(quantity), quantity, new Name(quantity));
    }

    private int node(Kind kind, String key, String symbol, Expression value) {
        nodes.add(new Node(nodes.size(), kind, key, symbol, value, name(kind, value)));
        return nodes.size() - 1;
    }

    private void wire(int from, int to, Expression carries) {
        wires.putIfAbsent(from + ">" + to + ":" + carries, new Wire(from, to, carries));
    }
}
