package org.gatescope.format.session;

import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** JSON for people and for diff: a line for each member and for each row of numbers, rows themselves on one line. */
final class PrintedJson {
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private PrintedJson() {}

    static String of(JsonNode node) {
        PrintedJson printed = new PrintedJson();
        printed.print(node, "\n");
        return printed.text.append('\n').toString();
    }

    private void print(JsonNode node, String line) {
        if (node.isObject() && !node.isEmpty()) {
            printMembers(node, line);
        } else if (node.isArray() && !isRow(node)) {
            printLines(node, line);
        } else if (node.isArray()) {
            printRow(node);
        } else {
            text.append(node);
        }
    }

    /** Numbers, or nothing. */
    private static boolean isRow(JsonNode array) {
        return array.isEmpty() || !array.get(0).isContainer() && !array.get(0).isString();
    }

    private void printMembers(JsonNode object, String line) {
        String inner = line + INDENT;
        String separator = "{";
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            text.append(separator).append(inner);
            text.append(tools.jackson.databind.node.StringNode.valueOf(member.getKey()))
                    .append(": ");
            print(member.getValue(), inner);
            separator = ",";
        }
        text.append(line).append('}');
    }

    private void printLines(JsonNode array, String line) {
        String inner = line + INDENT;
        String separator = "[";
        for (JsonNode element : array.values()) {
            text.append(separator).append(inner);
            print(element, inner);
            separator = ",";
        }
        text.append(line).append(']');
    }

    private void printRow(JsonNode array) {
        text.append('[');
        for (Iterator<JsonNode> numbers = array.values().iterator(); numbers.hasNext(); ) {
            text.append(numbers.next()).append(numbers.hasNext() ? ", " : "");
        }
        text.append(']');
    }
}
