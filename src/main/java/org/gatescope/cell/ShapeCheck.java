package org.gatescope.cell;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.cell.CellText.Declaration;
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
import org.gatescope.cell.Expression.RowSum;
import org.gatescope.cell.Expression.Transpose;
import org.jspecify.annotations.Nullable;

/**
 * Finds every parameter's shape from its use and refuses shapes that cannot be. A parameter on the right of {@code @} is
 * a matrix, any other a vector, unless the text declares its shape; sizes that nothing fixes are H.
 */
final class ShapeCheck {
    /** A shape whose sizes may not be known yet. */
    private record Form(Kind kind, Size rows, Size columns) {}

    private enum Kind {
        SCALAR,
        VECTOR,
        BATCH,
        MATRIX
    }

    /** D, H, a declared size, or whatever it will be found equal to. */
    private static final class Size {
        private @Nullable Extent extent; // null stands for "not known yet"
        private Size same = this;

        Size root() {
            Size size = this;
            while (size.same != size) {
                size.same = size.same.same; // halves the way for the next time
                size = size.same;
            }
            return size;
        }

        Extent resolved() {
            Extent found = root().extent;
            return found == null ? Extent.H : found;
        }

        static Size of(Extent extent) {
            Size size = new Size();
            size.extent = extent;
            return size;
        }
    }

    private final Declarations declared;
    private final Map<String, Size> sizes = new HashMap<>();
    private final Map<String, Form> known = new LinkedHashMap<>();
    private final Map<String, Form> declaredForms = new HashMap<>();
    private final Map<String, Form> parameters = new LinkedHashMap<>();
    private final ParameterKinds kinds;
    private Equation equation;

    private ShapeCheck(CellText text, Declarations declared) {
        this.declared = declared;
        for (Extent extent : List.of(Extent.D, Extent.H)) {
            sizes.put(extent.name(), Size.of(extent));
        }
        declared.sizes().keySet().forEach(name -> sizes.put(name, Size.of(new Extent(name))));
        known.put(Cell.INPUT, new Form(Kind.BATCH, new Size(), size(Extent.D.name())));
        for (Declaration state : text.stateDeclarations()) {
            Size width = size(
                    state.shape().isEmpty()
                            ? Extent.H.name()
                            : state.shape().getFirst().text());
            known.put(state.name(), new Form(Kind.BATCH, new Size(), width));
            known.put(Cell.after(state.name()), new Form(Kind.BATCH, new Size(), width));
        }
        text.parameterDeclarations().stream()
                .filter(parameter -> !parameter.shape().isEmpty())
                .forEach(parameter -> declaredForms.put(parameter.name(), form(parameter.shape())));
        kinds = ParameterKinds.of(text, known.keySet());
        equation = text.equations().getFirst();
        for (Equation next : text.equations()) {
            equation = next;
            define(next);
        }
    }

    private Size size(String name) {
        return Objects.requireNonNull(sizes.get(name), name);
    }

    /** Of a parameter that is declared with a shape. */
    private Form form(List<Token> shape) {
        Token last = shape.getLast();
        if (last.kind() == Token.Kind.NUMBER) {
            return new Form(Kind.SCALAR, new Size(), new Size());
        }
        return shape.size() == 1
                ? new Form(Kind.VECTOR, new Size(), size(last.text()))
                : new Form(Kind.MATRIX, size(shape.getFirst().text()), size(last.text()));
    }

    /** False where the two are known to differ. */
    private boolean unify(Size a, Size b) {
        Size left = a.root();
        Size right = b.root();
        if (left == right) {
            return true;
        }
        if (left.extent == null) {
            left.same = right;
            return true;
        }
        if (right.extent == null) {
            right.same = left;
            return true;
        }
        return declared.square() && Set.of(Extent.D, Extent.H).equals(Set.of(left.extent, right.extent));
    }

    static ShapeCheck of(CellText text, Declarations declared) {
        return new ShapeCheck(text, declared);
    }

    /** Every parameter's shape, in order of first use. */
    Map<String, Shape> parameters() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        parameters.forEach((name, form) -> shapes.put(name, shape(form)));
        return shapes;
    }

    /** The columns of x, of every state before and after the step and of every line. */
    Map<String, Extent> widths() {
        Map<String, Extent> widths = new LinkedHashMap<>();
        known.forEach((name, form) -> widths.put(name, form.columns().resolved()));
        return widths;
    }

    private void define(Equation line) {
        Form form = infer(line.expression());
        Form target = known.get(line.target());
        if (target != null && !unify(target.columns(), form.columns())) {
            throw misfit(
                    line.expression(),
                    target,
                    form,
                    "shape.state",
                    "shape.state.square",
                    line.target(),
                    text(target),
                    text(form));
        }
        known.putIfAbsent(line.target(), new Form(Kind.BATCH, new Size(), form.columns()));
    }

    private Form infer(Expression expression) {
        return switch (expression) {
            case Name name -> named(name);
            case Number number -> new Form(Kind.SCALAR, new Size(), new Size());
            case Negate(Expression argument) -> infer(argument);
            case Power(Expression base, double exponent) -> infer(base);
            case Apply(Function function, Expression argument) -> infer(argument);
            case Binary(Operator operator, Expression left, Expression right) ->
                elementWise(expression, operator.sign(), infer(left), infer(right));
            case Product(Expression left, Expression right) -> product(expression, infer(left), infer(right));
            case Combine(Combination combination, List<Expression> arguments) ->
                arguments.stream()
                        .map(this::infer)
                        .reduce((left, right) -> values(expression, combination, left, right))
                        .orElseThrow();
            case Transpose(Expression argument) -> transposed(expression, infer(argument));
            case RowSum sum -> throw new IllegalArgumentException("in adjoint lines only");
            case Call call -> throw new IllegalArgumentException("in read-outs only");
        };
    }

    private Form named(Name name) {
        Form form = known.get(name.text());
        if (form != null) {
            return form;
        }
        return parameters.computeIfAbsent(
                name.text(),
                text -> declaredForms.containsKey(text)
                        ? Objects.requireNonNull(declaredForms.get(text))
                        : new Form(kinds.isMatrix(text) ? Kind.MATRIX : Kind.VECTOR, new Size(), new Size()));
    }

    private Form elementWise(Expression node, String sign, Form left, Form right) {
        return joined(left, right)
                .orElseThrow(() ->
                        misfit(node, left, right, "shape.fit", "shape.fit.square", text(left), sign, text(right)));
    }

    private Form values(Expression node, Combination combination, Form left, Form right) {
        return combination.isComparison()
                ? elementWise(node, combination.word(), left, right)
                : joined(left, right)
                        .orElseThrow(() -> misfit(
                                node,
                                left,
                                right,
                                "shape.values",
                                "shape.values.square",
                                combination.word(),
                                text(left),
                                text(right)));
    }

    /** What two shapes make element by element; empty where they do not fit. */
    private Optional<Form> joined(Form left, Form right) {
        if (left.kind() == Kind.SCALAR || right.kind() == Kind.SCALAR) {
            return Optional.of(left.kind() == Kind.SCALAR ? right : left);
        }
        boolean rowsFit = left.kind() == right.kind()
                ? left.kind() != Kind.MATRIX || unify(left.rows(), right.rows())
                : left.kind() == Kind.VECTOR || right.kind() == Kind.VECTOR;
        return rowsFit && unify(amongUnits(left.columns()), amongUnits(right.columns()))
                ? Optional.of(left.kind() == Kind.VECTOR ? right : left)
                : Optional.empty();
    }

    /** Where there are as many units as inputs, what is joined with an input is of units. */
    private Size amongUnits(Size size) {
        return declared.square() && Extent.D.equals(size.root().extent) ? size(Extent.H.name()) : size;
    }

    private Form transposed(Expression node, Form argument) {
        if (argument.kind() != Kind.MATRIX) {
            throw equation.error(node, "shape.transpose", text(argument));
        }
        return new Form(Kind.MATRIX, argument.columns(), argument.rows());
    }

    private Form product(Expression node, Form left, Form right) {
        if (right.kind() != Kind.MATRIX) {
            boolean isColumnForm =
                    (left.kind() == Kind.VECTOR || left.kind() == Kind.MATRIX) && right.kind() == Kind.BATCH;
            throw isColumnForm && node instanceof Product(Expression matrix, Expression value)
                    ? equation.error(
                            node,
                            "shape.column",
                            text(right),
                            new Product(value, matrix instanceof Transpose(Expression turned) ? turned : matrix))
                    : equation.error(node, "shape.right", text(right));
        }
        if (left.kind() == Kind.SCALAR) {
            throw equation.error(node, "shape.left");
        }
        if (!unify(left.columns(), right.rows())) {
            throw equation.error(node, "shape.fit", text(left), "@", text(right));
        }
        return new Form(left.kind(), left.rows(), right.columns());
    }

    /** @param square the sentence for inputs beside units, which would fit if there were as many */
    private CellException misfit(
            Expression node, Form left, Form right, String key, String square, Object... arguments) {
        Set<Extent> widths =
                Set.copyOf(List.of(left.columns().resolved(), right.columns().resolved()));
        boolean isInputBesideUnits =
                left.kind() != Kind.MATRIX && right.kind() != Kind.MATRIX && widths.equals(Set.of(Extent.D, Extent.H));
        return equation.error(node, isInputBesideUnits ? square : key, arguments);
    }

    /** With the numbers of declared sizes: (N, P = 2). */
    private String text(Form form) {
        String text = shape(form).toString();
        for (Map.Entry<String, Integer> size : declared.sizes().entrySet()) {
            text = text.replaceAll(
                    "(?<=[( ])" + Pattern.quote(size.getKey()) + "(?=[,)])",
                    Matcher.quoteReplacement(size.getKey() + " = " + size.getValue()));
        }
        return text;
    }

    private static Shape shape(Form form) {
        return switch (form.kind()) {
            case SCALAR -> Shape.SCALAR;
            case VECTOR -> new Shape(Extent.ONE, form.columns().resolved());
            case BATCH -> new Shape(Extent.N, form.columns().resolved());
            case MATRIX -> new Shape(form.rows().resolved(), form.columns().resolved());
        };
    }
}
