package org.gatescope.engine.plan;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Combination;
import org.gatescope.cell.Constants;
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
import org.gatescope.cell.Expression.RowSum;
import org.gatescope.cell.Expression.Transpose;
import org.gatescope.cell.Extent;
import org.gatescope.cell.Function;
import org.gatescope.cell.Names;
import org.gatescope.cell.Shape;
import org.gatescope.cell.Shapes;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.product.Products;
import org.gatescope.engine.program.Kernels;
import org.gatescope.engine.program.Program;
import org.gatescope.engine.program.Section;
import org.gatescope.engine.program.Slot;
import org.gatescope.engine.program.Sums;
import org.jspecify.annotations.Nullable;

/**
 * Turns expressions into instructions. Each distinct expression is computed once, in the earliest section that can: what
 * depends on parameters alone before the run, what depends on the input alone for all steps at once.
 */
final class ExpressionCompiler {
    private final Sizes sizes;
    private final Shapes shapes;
    private final StateDependence levels;
    private final Storage storage;
    private final Program program;
    /** Values that hold for the whole run, or for all steps: any later section may use them. */
    private final Map<Expression, Slot> lasting = new HashMap<>();
    /** Values of the current step only. */
    private final Map<Section, Map<Expression, Slot>> passing = new EnumMap<>(Section.class);
    /** Values of single steps that a later section wants: they are stored for all steps. */
    private final Set<Expression> kept = new HashSet<>();

    private final Products products;
    private final StackedProducts stacks = new StackedProducts(this);

    private record Constant(double value, int columns) {}

    private final Map<Constant, Slot> constants = new HashMap<>();

    private record Repeated(Expression number, int columns) {}

    private final Map<Repeated, Slot> repeated = new HashMap<>();

    ExpressionCompiler(Cell cell, Sizes sizes, Storage storage, Program program) {
        this.sizes = sizes;
        this.shapes = Shapes.of(cell);
        this.levels = new StateDependence(cell);
        this.storage = storage;
        this.program = program;
        this.products = Products.chosen(storage.buffers(), program);
        for (Section section : Section.values()) {
            passing.put(section, new HashMap<>());
        }
    }

    StateDependence levels() {
        return levels;
    }

    StackedProducts stacks() {
        return stacks;
    }

    Products products() {
        return products;
    }

    Storage storage() {
        return storage;
    }

    Shape shape(Expression expression) {
        return shapes.of(expression);
    }

    int columns(Expression expression) {
        return sizes.columns(shape(expression));
    }

    /** Asks that a value be stored for all steps when it is computed. */
    void keep(Expression expression) {
        kept.add(expression);
    }

    boolean isKept(Expression expression) {
        return kept.contains(expression);
    }

    /** Rows of one step, or of all, of what differs between sequences. */
    int batchRows(Section section) {
        return section.isPerStep() ? sizes.batch() : sizes.timeRows();
    }

    /** The place of an expression's value, which is computed in the given section or an earlier one. */
    Slot compile(Expression expression, Section context) {
        if (expression instanceof Name(String text)) {
            return storage.named(text);
        }
        Section section = section(expression, context);
        Slot found = find(expression, section);
        if (found == null) {
            found = stacks.find(expression, section);
        }
        if (found == null) {
            found = place(expression, section);
            emit(expression, found, section);
            remember(expression, section, found);
        }
        return found;
    }

    /** Computes an expression into a given place, repeating constants and vectors over its rows. */
    void assign(Expression expression, Slot target, int rows, Section section) {
        if (isFresh(expression, section) && !stacks.serves(expression, section)) {
            emit(expression, target, section);
        } else {
            copy(operand(expression, target.columns(), section), target, rows, section);
        }
    }

    /** True if an expression would be computed in this very section and nowhere before. */
    private boolean isFresh(Expression expression, Section section) {
        return !(expression instanceof Name)
                && shape(expression).rows().equals(Extent.N)
                && section(expression, section) == section
                && find(expression, section) == null;
    }

    void copy(Slot from, Slot to, int rows, Section section) {
        loop(section, rows, from, from, to, Kernels::copy);
    }

    /** {@code target += expression}, fused where it is a product of two. */
    void add(Expression expression, Slot target, int rows, Section section) {
        int columns = target.columns();
        if (expression instanceof Binary(Operator operator, Expression left, Expression right)
                && operator == Operator.TIMES
                && isFresh(expression, section)) {
            Slot a = operand(left, columns, section);
            Slot b = operand(right, columns, section);
            loop(section, rows, a, b, target, Kernels::multiplyAddTo);
        } else {
            addTo(operand(expression, columns, section), target, rows, section);
        }
    }

    void addTo(Slot from, Slot target, int rows, Section section) {
        loop(section, rows, from, from, target, Kernels::addTo);
    }

    /** Remembers where a value stands; for good if the place holds all steps. */
    void remember(Expression expression, Section section, Slot slot) {
        boolean perStep = section.isPerStep() && slot.stepStride() == 0;
        (perStep ? passing(section) : lasting).put(expression, slot);
    }

    /** A new place: for all steps where it is wanted later, otherwise for one. */
    Slot newSlot(Section section, int columns, boolean keep) {
        return section.isPerStep() && !keep ? storage.oneStep(columns) : storage.allSteps(columns);
    }

    /** The section that computes an expression which is wanted in {@code context}. */
    Section section(Expression expression, Section context) {
        if (shape(expression).isShared()) {
            return StateDependence.hasGradient(expression) ? Section.FINAL : Section.STATIC;
        }
        if (levels.isParallel(expression)) {
            return Section.SERIES;
        }
        return context == Section.FINAL ? Section.AFTERWARDS : context;
    }

    /** Rows that an instruction of a section goes over. */
    int rows(Section section, Shape shape) {
        if (!shape.rows().equals(Extent.N)) {
            return sizes.rows(shape);
        }
        return batchRows(section);
    }

    private Slot place(Expression expression, Section section) {
        Shape shape = shape(expression);
        return shape.isShared() ? storage.shared(shape) : newSlot(section, sizes.columns(shape), isKept(expression));
    }

    private @Nullable Slot find(Expression expression, Section section) {
        Slot slot = lasting.get(expression);
        return slot != null ? slot : passing(section).get(expression);
    }

    private Map<Expression, Slot> passing(Section section) {
        return Objects.requireNonNull(passing.get(section));
    }

    private void emit(Expression expression, Slot out, Section section) {
        switch (expression) {
            case Binary(Operator operator, Expression left, Expression right) ->
                loop(expression, section, left, right, out, Kernels.of(operator));
            case Negate(Expression argument) -> loop(expression, section, argument, argument, out, Kernels::negate);
            case Power(Expression base, double exponent) ->
                loop(expression, section, base, base, out, Kernels.power(exponent));
            case Apply(Function function, Expression argument) ->
                loop(expression, section, argument, argument, out, Kernels.of(function));
            case Product(Transpose(Expression left), Expression right) -> {
                Slot a = compile(left, section);
                Slot b = compile(right, section);
                products.multiplyOverRows(rows(section, shape(left)), a, b, out, section);
            }
            case Product(Expression left, Expression right) -> {
                Slot a = compile(left, section);
                Slot b = compile(right, section);
                products.multiply(rows(section, shape(left)), a, b, out, section);
            }
            case Transpose(Expression argument) -> transpose(compile(argument, section), out, section);
            case RowSum(Expression argument) -> {
                Slot a = compile(argument, section);
                int rows = rows(section, shape(argument));
                program.add(section, t -> Sums.overRows(rows, a, out));
            }
            case Combine(Combination combination, List<Expression> arguments) ->
                combine(expression, combination, arguments, out, section);
            case Call call -> throw new IllegalStateException("in read-outs only");
            case Name name -> throw new IllegalStateException("names have their place");
            case Number number -> throw new IllegalStateException("numbers have their place");
        }
    }

    private void combine(
            Expression whole, Combination combination, List<Expression> arguments, Slot out, Section section) {
        List<Slot> places = arguments.stream()
                .map(argument -> operand(argument, out.columns(), section))
                .toList();
        int rows = rows(section, shape(whole));
        program.add(
                section, t -> Kernels.each(rows, t, places.get(0), places.get(1), places.getLast(), out, combination));
    }

    /** {@code to = fromᵀ} */
    void transpose(Slot from, Slot to, Section section) {
        program.add(section, t -> Sums.transpose(from, to));
    }

    private void loop(
            Expression whole, Section section, Expression left, Expression right, Slot out, Kernels.Row kernel) {
        Slot a = operand(left, out.columns(), section);
        Slot b = right.equals(left) ? a : operand(right, out.columns(), section);
        loop(section, rows(section, shape(whole)), a, b, out, kernel);
    }

    private void loop(Section section, int rows, Slot a, Slot b, Slot out, Kernels.Row kernel) {
        program.add(section, t -> Kernels.each(rows, t, a, b, out, kernel));
    }

    /** An operand of an element-wise loop; a single number becomes a vector as wide as the result. */
    private Slot operand(Expression expression, int columns, Section section) {
        if (!shape(expression).equals(Shape.SCALAR)) {
            return compile(expression, section);
        }
        return Names.in(expression).isEmpty()
                ? constant(Constants.value(expression), columns)
                : repeated(expression, columns, section);
    }

    /** One number for all units. */
    private Slot repeated(Expression number, int columns, Section section) {
        Slot one = compile(number, section);
        return repeated.computeIfAbsent(new Repeated(number, columns), key -> {
            Slot slot = storage.vector(columns);
            program.add(section(number, section), t -> Arrays.fill(slot.values(), one.values()[one.base()]));
            return slot;
        });
    }

    private Slot constant(double value, int columns) {
        return constants.computeIfAbsent(new Constant(value, columns), key -> {
            Slot slot = storage.vector(columns);
            program.add(Section.STATIC, t -> Arrays.fill(slot.values(), value));
            return slot;
        });
    }
}
