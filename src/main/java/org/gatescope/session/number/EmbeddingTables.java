package org.gatescope.session.number;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.gatescope.cell.Cell;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.session.Run;

/** The names in the embedding's equation: a token comes in, a row of the table goes on. */
final class EmbeddingTables extends StepTables {
    private final List<Part> readers;

    EmbeddingTables(Run run, int step) {
        super(run, step);
        this.readers = run.session().network().parts().stream()
                .filter(part -> part.index() == 0)
                .toList();
    }

    @Override
    Table table(String name) {
        return QuantityName.isGradient(name) ? gradient(QuantityName.base(name)) : value(name);
    }

    private Table gradient(String of) {
        return switch (of) {
            case Embedding.TOKEN ->
                new LazyTable(
                        this::batch,
                        () -> run().session().network().inputs(),
                        (n, k) -> run().trace().inputGradient().at(step(), n, k));
            case Cell.INPUT -> new LazyTable(this::batch, this::columns, this::gradient);
            case Embedding.E -> matrix(() -> run().trace().parameterGradient(Embedding.TABLE));
            default -> throw unknown(Cell.gradient(of));
        };
    }

    private Table value(String name) {
        return switch (name) {
            case Embedding.TOKEN ->
                new LazyTable(this::batch, () -> run().session().network().inputs(), this::token);
            case Cell.INPUT -> new LazyTable(this::batch, this::columns, this::row);
            case Embedding.E ->
                matrix(() -> Objects.requireNonNull(
                        run().session().numbers().parameters().get(Embedding.TABLE)));
            default -> throw unknown(name);
        };
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("no quantity " + name + " in an embedding");
    }

    private int columns() {
        return run().session().network().layerInputs();
    }

    /** Nothing is read at a step that is not computed. */
    private double token(int sequence, int column) {
        boolean isHeld = run().session().mask().isHeld(sequence, step());
        return isHeld ? 0 : run().session().numbers().input().get(step() * batch() + sequence, column);
    }

    /** What the lowest layer reads, before any of it is dropped. */
    private double row(int sequence, int column) {
        return run().session().numbers().dropout().of(0).isPresent()
                ? Embedding.value(run().session().numbers(), step() * batch() + sequence, column)
                : run().trace().part(readers.getFirst().key()).value(Cell.INPUT).at(step(), sequence, column);
    }

    private double gradient(int sequence, int column) {
        boolean isHeld = run().session().mask().isHeld(sequence, step());
        return isHeld ? 0 : LayerOutputs.arriving(run(), -1, step(), sequence, column);
    }

    private static Table matrix(Supplier<Matrix> matrix) {
        return new LazyTable(
                () -> matrix.get().rows(),
                () -> matrix.get().columns(),
                (row, column) -> matrix.get().get(row, column));
    }
}
