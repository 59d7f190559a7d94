package org.gatescope.format.session;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.gatescope.format.FormatException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/** Numbers in a file: decimal with as many digits as tell them apart from all others, or in blocks as base64. */
final class NumberJson {
    /** Whole numbers up to here are written without a decimal mark and are exact. */
    private static final double LARGEST_WHOLE = 1e15;

    private NumberJson() {}

    /** JSON knows neither NaN nor infinities: those are texts. */
    static JsonNode written(double value) {
        if (!Double.isFinite(value)) {
            return StringNode.valueOf(Double.toString(value));
        }
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE;
        boolean isMinusZero = value == 0 && 1 / value < 0;
        return isWhole && !isMinusZero ? LongNode.valueOf((long) value) : DoubleNode.valueOf(value);
    }

    static double read(JsonNode node, String place) throws FormatException {
        if (node.isNumber() && Double.isFinite(node.doubleValue())) {
            return node.doubleValue();
        }
        return switch (node.isString() ? node.stringValue() : "") {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw Members.refused("number", place);
        };
    }

    /** Little-endian doubles. */
    static JsonNode block(double[] row) {
        ByteBuffer bytes = ByteBuffer.allocate(row.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(row);
        return StringNode.valueOf(Base64.getEncoder().encodeToString(bytes.array()));
    }

    static double[] block(String base64, int length, String place) throws FormatException {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Members.refused("base64", place);
        }
        if (bytes.length != length * (long) Double.BYTES) {
            throw Members.refused("base64.length", place, length, bytes.length / Double.BYTES);
        }
        double[] row = new double[length];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(row);
        return row;
    }
}
