package org.gatescope.cell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The cells that come with the app: one resource file each, {@code builtin/NAME.cell}. */
public final class BuiltInCells {
    private static final List<String> NAMES = List.of(
            "rnn-tanh",
            "rnn-relu",
            "rnn-sigmoid",
            "rnn-identity",
            "lstm",
            "lstm-peephole",
            "lstm-coupled",
            "lstm-no-input-gate",
            "lstm-no-forget-gate",
            "lstm-no-output-gate",
            "lstm-no-input-activation",
            "lstm-no-output-activation",
            "lstm-forget-added",
            "gru",
            "gru-reset-before");

    private BuiltInCells() {}

    /** In the order in which menus show them. */
    public static List<String> names() {
        return NAMES;
    }

    /** The text of a built-in cell; empty if there is none of that name. */
    public static Optional<String> text(String name) {
        return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    /** Which built-in cell has a cell's text; empty for any other. */
    public static Optional<String> nameOf(Cell cell) {
        return NAMES.stream().filter(name -> read(name).equals(cell.source())).findFirst();
    }

    /** A built-in cell, read. */
    public static Cell cell(String name) {
        return Cell.parse(text(name).orElseThrow(() -> new IllegalArgumentException("no built-in cell " + name)));
    }

    private static String read(String name) {
        try (InputStream in = BuiltInCells.class.getResourceAsStream("builtin/" + name + ".cell")) {
            if (in == null) {
                throw new IllegalStateException("builtin/" + name + ".cell is missing from the resources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
