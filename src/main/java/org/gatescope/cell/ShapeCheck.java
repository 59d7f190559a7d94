package org.gatescope.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * Finds every parameter's shape from its use and refuses shapes that cannot be. A parameter on the right of {@code @} is
 * a matrix, any other a vector; sizes that nothing fixes are H.
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

    /** D, H, or whatever it will be found equal to. */
    private static final class Size {
        private Extent extent = Extent.ONE; // ONE stands for "not known yet"
        private Size same = this;

        Size root() {
            Size size = this;
            while (size.same != size) {
                size.same = size.same.same; // halves the way for the next time
                size = size.same;
            }
            return size;
        }

        /** False where the two are known to differ. */
        static boolean unify(Size a, Size b) {
            Size left = a.root();
            Size right = b.root();
            if (left == right) {
                return true;
            }
            if (left.extent == Extent.ONE) {
                left.same = right;
                return true;
            }
            boolean fits = right.extent == Extent.ONE || right.extent == left.extent;
            right.same = fits ? left : right;
            return fits;
        }

        Extent resolved() {
            Extent found = root().extent;
            return found == Extent.ONE ? Extent.H : found;
        }

        static Size of(Extent extent) {
            Size size = new Size();
            size.extent = extent;
            return size;
        }
    }

    private final Size inputs = Size.of(Extent.D);
    private final Size hidden = Size.of(Extent.H);
    private final Map<String, Form> known = new LinkedHashMap<>();
    private final Map<String, Form> parameters = new LinkedHashMap<>();
    private final ParameterKinds kinds;
    private Equation equation;

    private ShapeCheck(CellText text) {
        known.put(Cell.INPUT, new Form(Kind.BATCH, new Size(), inputs));
        for (String state : text.states()) {
            known.put(state, new Form(Kind.BATCH, new Size(), hidden));
            known.put(Cell.after(state), new Form(Kind.BATCH, new Size(), hidden));
        }
        kinds = ParameterKinds.of(text, known.keySet());
        equation = text.equations().getFirst();
        for (Equation next : text.equations()) {
            equation = next;
            define(next);
        }
    }

    static ShapeCheck of(CellText text) {
        return new ShapeCheck(text);
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
        if (target != null && !Size.unify(target.columns(), form.columns())) {
            throw line.error(line.expression(), "shape.state", line.target(), shape(form));
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
                text -> new Form(kinds.isMatrix(text) ? Kind.MATRIX : Kind.VECTOR, new Size(), new Size()));
    }

    private Form elementWise(Expression node, String sign, Form left, Form right) {
        return joined(left, right)
                .orElseThrow(() -> equation.error(node, "shape.fit", shape(left), sign, shape(right)));
    }

    private Form values(Expression node, Combination combination, Form left, Form right) {
        return combination.isComparison()
                ? elementWise(node, combination.word(), left, right)
                : joined(left, right)
                        .orElseThrow(() ->
                                equation.error(node, "shape.values", combination.word(), shape(left), shape(right)));
    }

    /** What two shapes make element by element; empty where they do not fit. */
    private static Optional<Form> joined(Form left, Form right) {
        if (left.kind() == Kind.SCALAR || right.kind() == Kind.SCALAR) {
            return Optional.of(left.kind() == Kind.SCALAR ? right : left);
        }
        boolean rowsFit = left.kind() == right.kind()
                ? left.kind() != Kind.MATRIX || Size.unify(left.rows(), right.rows())
                : left.kind() == Kind.VECTOR || right.kind() == Kind.VECTOR;
        return rowsFit && Size.unify(left.columns(), right.columns())
                ? Optional.of(left.kind() == Kind.VECTOR ? right : left)
                : Optional.empty();
    }

    private Form transposed(Expression node, Form argument) {
        if (argument.kind() != Kind.MATRIX) {
            throw equation.error(node, "shape.transpose", shape(argument));
        }
        return new Form(Kind.MATRIX, argument.columns(), argument.rows());
    }

    private Form product(Expression node, Form left, Form right) {
        if (right.kind() != Kind.MATRIX) {
            boolean isColumnForm = left.kind() == Kind.VECTOR && right.kind() == Kind.BATCH;
            throw isColumnForm && node instanceof Product(Expression matrix, Expression value)
                    ? equation.error(node, "shape.column", shape(right), new Product(value, matrix))
                    : equation.error(node, "shape.right", shape(right));
        }
        if (left.kind() == Kind.SCALAR) {
            throw equation.error(node, "shape.left");
        }
        if (!Size.unify(left.columns(), right.rows())) {
            throw equation.error(node, "shape.fit", shape(left), "@", shape(right));
        }
        return new Form(left.kind(), left.rows(), right.columns());
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
