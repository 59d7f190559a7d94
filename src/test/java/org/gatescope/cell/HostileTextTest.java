package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.gatescope.reference.RandomCells;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that nobody means: refused quickly, or read, but never with anything but a {@link CellException}. */
@Execution(ExecutionMode.CONCURRENT)
class HostileTextTest {
    private static final int MEGABYTE = 1_000_000;
    private static final long SMALL_STACK = 512 * 1024;
    private static final Duration QUICK = Duration.ofSeconds(15);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "-",
                "+",
                "a+",
                "a*",
                "a/",
                "a@",
                "a-",
                "^2",
                "a^",
                "^-",
                "tanh(",
                "h @ (",
                "1",
                "1e",
                ".",
                ",",
                "=",
                "#",
                "\n",
                "\r",
                "\r\n",
                "\t",
                " ",
                "n",
                "n.",
                "é",
                "𝑓",
                "'",
                "\u0000",
                "\uFEFF",
                "\uD800",
                "\u0301",
                "state ",
                "state h\n",
                "h,",
                "a,",
                "h'=",
                "a=b\n",
                "# a\n",
                "h' = h\n",
                "size P = 2\n",
                "size P = 2, ",
                "param W(H, H)\n",
                "fixed W(",
                "state h(H, ",
                "param b = ",
                "param b = signs(",
                "fixed b = 1, "
            })
    void aMegabyteOfOneThingIsRefusedQuickly(String piece) {
        String much = piece.repeat(MEGABYTE / piece.length());
        assertThat(onASmallStack(much)).isInstanceOf(CellException.class);
        assertThat(onASmallStack("state h\nh' = " + much))
                .satisfiesAnyOf(
                        error -> assertThat(error).isNull(),
                        error -> assertThat(error).isInstanceOf(CellException.class));
    }

    static Stream<String> largest() {
        return Stream.of(
                "h" + " + h".repeat(200),
                "h" + " * h".repeat(200),
                "h" + " / h".repeat(200),
                "h" + " @ W".repeat(200),
                "h" + " @ W * h".repeat(100),
                "tanh(h * ".repeat(100) + "h" + ")".repeat(100),
                "tanh(W + ".repeat(100) + "h" + ")".repeat(100),
                "h / (1 + ".repeat(100) + "h" + ")".repeat(100),
                "h @ " + "(W * ".repeat(100) + "W" + ")".repeat(100),
                "(".repeat(100) + "h" + " * h) ^ 2".repeat(100),
                "-".repeat(100) + "h",
                "h" + " * (h + h) ^ 2".repeat(66));
    }

    @ParameterizedTest
    @MethodSource("largest")
    void theLargestLinesAreReadAndPrintedOnASmallStack(String line) {
        assertThat(onASmallStack("state h\nh' = " + line)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size",
                "size P",
                "size P =",
                "size P = 99999999999",
                "size P = 2, P = 3",
                "size P = 2,",
                "size P = P",
                "size D = D",
                "size P = 2 3",
                "state h(Q)",
                "state h(",
                "state h()",
                "param",
                "param ,",
                "param x(H)",
                "param h(H)",
                "param V(H, H)",
                "param V(H, R)",
                "param V((H))",
                "param W(H, R), W(H)",
                "param W(D, H), W(D, H)",
                "fixed",
                "fixed h(H)",
                "fixed V(H, H)",
                "fixed W(D, H",
                "fixed param W(D, H)"
            })
    void declarationsThatCannotBeAreRefusedInOneSentenceWithTheirPlace(String declaration) {
        String text = "# a cell\n" + declaration + "\nstate h\nh' = tanh(x @ W + h @ U)";
        assertThat(onASmallStack(text)).isInstanceOfSatisfying(CellException.class, e -> {
            assertThat(e.line()).isIn(2, 3);
            assertThat(e.column()).isBetween(1, declaration.length() + 1);
            assertThat(e.problem()).isNotBlank().hasLineCount(1).hasSizeLessThan(160);
        });
    }

    @Test
    void theLongestCellIsRead() {
        StringBuilder text = new StringBuilder("state h\n");
        String previous = "h";
        for (int i = 0; i < 499; i++) {
            text.append("a" + i + " = tanh(" + previous + " @ W" + i + " + x @ V" + i + " + b" + i + ")\n");
            previous = "a" + i;
        }
        assertThat(onASmallStack(text + "h' = " + previous)).isNull();
    }

    @Test
    void garbageIsRefusedOrRead() {
        Random random = new Random(5);
        String letters = "hhcxW'.12e+-*/@^()=,# \t\n\r_é\u0303𝑓−′%\u0000\uD800";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "state h\nh' = " : "");
            random.ints(random.nextInt(60), 0, letters.length()).forEach(at -> text.append(letters.charAt(at)));
            readOrRefuse(text.toString());
        }
    }

    @Test
    void mutationsOfCellsAreRefusedOrRead() {
        Random random = new Random(6);
        List<String> cells = Stream.concat(
                        BuiltInCells.names().stream()
                                .map(name -> BuiltInCells.text(name).orElseThrow()),
                        Stream.iterate(0, seed -> seed + 1).limit(60).map(RandomCells::text))
                .toList();
        int read = 0;
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder(cells.get(i % cells.size()));
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                mutate(text, random);
            }
            read += readOrRefuse(text.toString()) ? 1 : 0;
        }
        assertThat(read).as("mutations that are cells still").isBetween(250, 4500);
    }

    private static void mutate(StringBuilder text, Random random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(4));
        String piece = text.substring(from, to);
        int other = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(other, piece);
            case 2 -> text.setCharAt(from, text.charAt(other));
            default -> text.insert(from, "()@*+-^/='#,\n2x".charAt(random.nextInt(15)));
        }
        if (text.isEmpty()) {
            text.append('h');
        }
    }

    /** True if it is a cell. */
    private static boolean readOrRefuse(String text) {
        try {
            readAndPrint(text);
            return true;
        } catch (CellException e) {
            int lines = text.split("\r\n|\r|\n", -1).length;
            assertThat(e.line()).as(text).isBetween(1, lines);
            assertThat(e.column()).as(text).isPositive();
            return false;
        }
    }

    private static void readAndPrint(String text) {
        Cell cell = Cell.parse(text);
        Operation.forward(cell);
        Operation.backward(cell);
        Bounds.of(cell);
        cell.statements().forEach(statement -> Latex.of(Mathematics.of(statement)));
        cell.adjoints().forEach(adjoint -> {
            Latex.of(Mathematics.of(adjoint));
            Shapes.of(cell).of(adjoint.share());
        });
    }

    /** What reading it threw; null if nothing. */
    private static @Nullable Throwable onASmallStack(String text) {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Runnable reading = () -> {
            try {
                readAndPrint(text);
            } catch (Throwable e) {
                thrown.set(e);
            }
        };
        Thread thread = new Thread(null, reading, "small stack", SMALL_STACK);
        thread.start();
        try {
            assertThat(thread.join(QUICK)).as("read within %s", QUICK).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return thrown.get();
    }
}
