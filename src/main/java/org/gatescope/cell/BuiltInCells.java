package org.gatescope.cell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cells that come with the app: one resource file each, {@code builtin/NAME.cell}, in the order of the index. */
public final class BuiltInCells {
    private static final String INDEX = "index.txt";
    /** Texts by name. */
    private static final Map<String, String> TEXTS = texts();

    private BuiltInCells() {}

    /** In the order in which menus show them. */
    public static List<String> names() {
        return List.copyOf(TEXTS.keySet());
    }

    /** The same in groups of kindred ones: simple networks, LSTMs, GRUs, those with fewer gates. */
    public static List<List<String>> groups() {
        return Arrays.stream(read(INDEX).split("\\R\\R"))
                .map(group -> group.lines().toList())
                .toList();
    }

    /** The text of a built-in cell; empty if there is none of that name. */
    public static Optional<String> text(String name) {
        return Optional.ofNullable(TEXTS.get(name));
    }

    /** Which built-in cell has a cell's text, but for the sizes that it declares; empty for any other. */
    public static Optional<String> nameOf(Cell cell) {
        return TEXTS.entrySet().stream()
                .filter(entry -> isBut(entry.getValue(), cell))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Sizes that it declares may have other numbers. */
    private static boolean isBut(String text, Cell cell) {
        return text.equals(cell.source())
                || !cell.declared().sizes().isEmpty()
                        && DeclarationCheck.withoutSizes(text).equals(DeclarationCheck.withoutSizes(cell.source()));
    }

    /** A built-in cell, read. @throws IllegalArgumentException if there is none of that name */
    public static Cell cell(String name) {
        return Cell.parse(text(name).orElseThrow(() -> new IllegalArgumentException("no built-in cell " + name)));
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        groups().forEach(group -> group.forEach(name -> texts.put(name, read(name + ".cell"))));
        return Collections.unmodifiableMap(texts);
    }

    private static String read(String file) {
        try (InputStream in = BuiltInCells.class.getResourceAsStream("builtin/" + file)) {
            if (in == null) {
                throw new IllegalStateException("builtin/" + file + " is missing from the resources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
