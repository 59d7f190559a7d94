package org.gatescope.format.cases;

import org.gatescope.format.FormatException;
import tools.jackson.databind.JsonNode;

/** Members of JSON objects that have to be there. */
final class Keys {
    private Keys() {}

    static JsonNode require(JsonNode parent, String key) throws FormatException {
        JsonNode node = parent.get(key);
        if (node == null || node.isNull()) {
            throw new FormatException("case.key", key);
        }
        return node;
    }

    /** A whole number, 0 or more. */
    static int size(JsonNode parent, String key) throws FormatException {
        JsonNode node = require(parent, key);
        if (!node.isInt() || node.intValue() < 0) {
            throw new FormatException("case.size", key);
        }
        return node.intValue();
    }

    /** @param otherwise where it is not there */
    static boolean flag(JsonNode parent, String key, boolean otherwise) throws FormatException {
        JsonNode node = parent.path(key);
        if (!node.isBoolean() && !node.isMissingNode()) {
            throw new FormatException("case.flag", key);
        }
        return node.isBoolean() ? node.booleanValue() : otherwise;
    }

    static double number(JsonNode parent, String key) throws FormatException {
        JsonNode node = require(parent, key);
        if (!node.isNumber()) {
            throw new FormatException("number.expected", key);
        }
        return node.doubleValue();
    }
}
