package org.gatescope.engine.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatescope.engine.program.Buffer;
import org.gatescope.engine.program.Buffer.Life;
import org.gatescope.engine.program.Buffers;
import org.gatescope.engine.program.Program;
import org.gatescope.engine.program.Section;
import org.gatescope.engine.program.Slot;
import org.gatescope.engine.program.Sums;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Both ways to multiply against a sum that is written out. Operands and results lie within wider tables. */
@Execution(ExecutionMode.CONCURRENT)
class ProductsTest {
    private static final int STEPS = 2;
    private static final int GAP = 3;
    private static final double TOLERANCE = 1e-13;

    private enum Way {
        VECTORS,
        EJML;

        Products products(Buffers buffers, Program program) {
            return this == VECTORS ? new VectorProducts(buffers, program) : new EjmlProducts(buffers, program);
        }
    }

    private final Buffers buffers = new Buffers();
    private final SplittableRandom random = new SplittableRandom(7);

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "1, 64, 256",
        "3, 7, 5",
        "2, 8, 9",
        "5, 17, 1",
        "9, 40, 37",
        "11, 300, 16",
        "4, 0, 3",
        "0, 4, 3",
        "4, 3, 0"
    })
    void multiplies(int rows, int inner, int columns) {
        for (Way way : Way.values()) {
            Slot left = perStep(rows, inner);
            Slot right = shared(inner, columns);
            Slot out = perStep(rows, columns);
            Program program = new Program();
            way.products(buffers, program).multiply(rows, left, right, out, Section.FORWARD);
            run(program, Section.FORWARD);
            for (int t = 0; t < STEPS; t++) {
                for (int r = 0; r < rows; r++) {
                    for (int c = 0; c < columns; c++) {
                        double sum = 0;
                        for (int k = 0; k < inner; k++) {
                            sum += at(left, t, r, k) * at(right, t, k, c);
                        }
                        assertThat(at(out, t, r, c)).as("%s %d %d", way, r, c).isCloseTo(sum, within(TOLERANCE));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "200, 6, 9",
        "33, 7, 5",
        "32, 8, 9",
        "31, 2, 1",
        "500, 10, 33",
        "385, 4, 16",
        "4, 0, 3",
        "0, 4, 3",
        "4, 3, 0"
    })
    void multipliesOverRows(int rows, int inner, int columns) {
        for (Way way : Way.values()) {
            Slot left = shared(rows, inner);
            Slot right = shared(rows, columns);
            Slot out = new Slot(random(inner * columns), 0, 0, columns, columns);
            Program program = new Program();
            way.products(buffers, program).multiplyOverRows(rows, left, right, out, Section.FINAL);
            run(program, Section.FINAL);
            for (int k = 0; k < inner; k++) {
                for (int c = 0; c < columns; c++) {
                    double sum = 0;
                    for (int r = 0; r < rows; r++) {
                        sum += at(left, 0, r, k) * at(right, 0, r, c);
                    }
                    assertThat(at(out, 0, k, c)).as("%s %d %d", way, k, c).isCloseTo(sum, within(TOLERANCE));
                }
            }
        }
    }

    /** So a number depends neither on the rows and columns that are computed with it nor on threads or the width of vectors. */
    @ParameterizedTest
    @CsvSource({"1, 5, 3", "9, 40, 37", "70, 300, 16", "4, 3, 64", "130, 300, 200", "70, 900, 330"
    }) // the last on two threads
    void byVectorsEachNumberIsOneChainOfFusedMultiplyAdds(int rows, int inner, int columns) {
        Slot left = shared(rows, inner);
        Slot right = shared(inner, columns);
        Slot out = shared(rows, columns);
        Slot turned = new Slot(random(inner * rows), 0, 0, rows, rows);
        Slot overRows = shared(rows, columns);
        Sums.transpose(left, turned);
        Program program = new Program();
        Products products = Way.VECTORS.products(buffers, program);
        products.multiply(rows, left, right, out, Section.SERIES);
        products.multiplyOverRows(inner, turned, right, overRows, Section.SERIES);
        run(program, Section.SERIES);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum = Math.fma(at(left, 0, r, k), at(right, 0, k, c), sum);
                }
                assertThat(at(out, 0, r, c)).isEqualTo(sum);
                assertThat(at(overRows, 0, r, c)).isEqualTo(sum);
            }
        }
    }

    /** Only one of them can have the second thread at a time. */
    @Test
    void plansThatRunAtTheSameTimeGiveWhatEachGivesAlone() throws Exception {
        Callable<double[]> product = () -> {
            ProductsTest own = new ProductsTest();
            Slot left = own.shared(128, 300);
            Slot right = own.shared(300, 200);
            Slot out = own.shared(128, 200);
            Program program = new Program();
            Way.VECTORS.products(own.buffers, program).multiply(128, left, right, out, Section.SERIES);
            for (int i = 0; i < 50; i++) {
                own.run(program, Section.SERIES);
            }
            return out.values();
        };
        double[] alone = product.call();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<double[]> together : threads.invokeAll(Collections.nCopies(8, product))) {
                assertThat(together.get()).containsExactly(alone);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void zeroTimesInfinityIsNotANumber(Way way) {
        Slot left = new Slot(filled(1, 0), 0, 0, 1, 1);
        Slot right = new Slot(filled(1, Double.POSITIVE_INFINITY), 0, 0, 1, 1);
        Slot out = new Slot(filled(1, 0), 0, 0, 1, 1);
        Program program = new Program();
        way.products(buffers, program).multiply(1, left, right, out, Section.SERIES);
        run(program, Section.SERIES);
        assertThat(out.values()[0]).isNaN();
    }

    private void run(Program program, Section section) {
        buffers.prepare();
        program.run(Section.STATIC, 0);
        for (int t = 0; t < (section.isPerStep() ? STEPS : 1); t++) {
            program.run(section, t);
        }
    }

    private static double at(Slot slot, int t, int row, int column) {
        return slot.values()[slot.at(t) + row * slot.rowStride() + column];
    }

    private Slot perStep(int rows, int columns) {
        int wide = columns + GAP;
        return new Slot(random(STEPS * rows * wide + GAP), GAP, rows * wide, wide, columns);
    }

    private Slot shared(int rows, int columns) {
        int wide = columns + GAP;
        return new Slot(random(rows * wide + GAP), GAP, 0, wide, columns);
    }

    private Buffer random(int size) {
        Buffer buffer = filled(size, 0);
        for (int i = 0; i < size; i++) {
            buffer.values()[i] = random.nextDouble(-1, 1);
        }
        return buffer;
    }

    private static Buffer filled(int size, double value) {
        Buffer buffer = new Buffer(size, Life.SCRATCH);
        buffer.prepare();
        Arrays.fill(buffer.values(), value);
        return buffer;
    }
}
