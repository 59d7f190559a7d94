package org.gatescope.ui.stage;

import java.util.Optional;
import java.util.function.Consumer;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.Series;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.session.Background;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Failure;
import org.gatescope.session.Run;
import org.jspecify.annotations.Nullable;

/**
 * In which rows the units of the lanes stand. What takes long is worked out in the background; meanwhile they stand as they
 * did in the run before, or by index where that was of something else.
 */
final class UnitOrdering {
    /** Multiplications for which the window may wait. */
    private static final double AT_ONCE = 2e6;

    private final BackgroundTask task;
    private final Runnable onFound;
    private final Consumer<Failure> onFailure;
    private UnitRows rows = UnitRows.BY_INDEX;
    private @Nullable Wish wish;

    /** What is ordered, and by what. */
    private record Wish(String part, int units, int sequence, UnitOrder order) {}

    /**
     * @param onFound   told once rows that took long are there
     * @param onFailure told why they stand by index instead
     */
    UnitOrdering(Background background, Runnable onFound, Consumer<Failure> onFailure) {
        this.task = background.task();
        this.onFound = onFound;
        this.onFailure = onFailure;
    }

    UnitRows rows() {
        return rows;
    }

    /**
     * Orders the units of another run, part or sequence by the output of the part.
     *
     * @param part     a layer in one direction; units of anything else stand by index
     * @param sequence row of the batch
     */
    void ask(Run run, String part, int sequence, UnitOrder order) {
        Optional<Part> layer = run.session().part(part);
        if (order == UnitOrder.INDEX || layer.isEmpty()) {
            begin(null);
            return;
        }
        String output = Cell.after(layer.get().layer().cell().output());
        Series series = run.trace().part(part).value(output);
        int length = run.session().lengths().get(sequence);
        begin(new Wish(part, series.width(), sequence, order));
        if (order.work(series.width(), length) <= AT_ONCE) {
            task.cancel();
            rows = UnitRows.of(part, order.units(series, sequence, length, Progress.NONE));
        } else {
            task.keepUp(
                    progress -> UnitRows.of(part, order.units(series, sequence, length, progress)),
                    this::arrive,
                    this::fail);
        }
    }

    private void begin(@Nullable Wish next) {
        if (next == null || !next.equals(wish)) {
            task.cancel();
            rows = UnitRows.BY_INDEX;
        }
        wish = next;
    }

    private void arrive(UnitRows found) {
        rows = found;
        onFound.run();
    }

    private void fail(Failure why) {
        arrive(UnitRows.BY_INDEX);
        onFailure.accept(why);
    }

    void close() {
        task.cancel();
    }
}
