package org.gatescope.format.layered;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.GateFunctions;

/** Cells of other libraries that no built-in cell is: a resource file each, {@code NAME.cell}, beside the form's texts. */
public final class CellResource {
    private CellResource() {}

    /** A cell with the functions that were asked for. @param beside a class of the package whose resource it is */
    public static Cell cell(Class<?> beside, String name, Answers answers) throws FormatException {
        return GateFunctions.of(read(beside, name), answers.activation(), answers.recurrentActivation());
    }

    /** A cell that has no functions to be chosen. */
    public static Cell cell(Class<?> beside, String name) throws FormatException {
        return GateFunctions.of(read(beside, name), Optional.empty(), Optional.empty());
    }

    private static String read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name + ".cell")) {
            if (in == null) {
                throw new IllegalStateException(name + ".cell is missing from the resources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
