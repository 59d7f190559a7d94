package org.gatescope.format.text;

/**
 * A number as people type it: {@code 0.5}, {@code 0,5}, {@code 2e-3}, {@code 1/3}, {@code −π/2}, {@code √2},
 * {@code 1.000,5}, {@code inf}, {@code nan}. What is not understood is refused with one sentence that says why.
 */
public sealed interface TypedNumber {
    /** What was meant. */
    @SuppressWarnings("JavaLangClash")
    record Number(double value) implements TypedNumber {}

    /** What is wrong with the text, and what would be understood. */
    record Refused(String reason) implements TypedNumber {}

    /** Reads one number; spaces around it and around its operators do not matter. */
    static TypedNumber read(String text) {
        return NumberReader.read(text);
    }

    /** Where nothing but whole numbers is meant, a comma between digits sets thousands apart: {@code 11,000,000}. */
    static TypedNumber readWhole(String text) {
        return NumberReader.read(text.matches("\\s*\\d{1,3}(,\\d{3})+\\s*") ? text.replace(",", "") : text);
    }
}
