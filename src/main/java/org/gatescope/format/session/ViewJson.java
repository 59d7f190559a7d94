package org.gatescope.format.session;

import java.util.HashMap;
import java.util.Map;
import org.gatescope.format.FormatException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the panels show, in a file: texts by keys that the window knows. */
final class ViewJson {
    private static final int MOST_ENTRIES = 1000;

    private ViewJson() {}

    static ObjectNode written(Map<String, String> view) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        view.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(choice -> node.put(choice.getKey(), choice.getValue()));
        return node;
    }

    static Map<String, String> read(Members view) throws FormatException {
        Map<String, String> choices = new HashMap<>();
        for (Map.Entry<String, JsonNode> choice : view.all().entrySet()) {
            choices.put(choice.getKey(), view.text(choice.getKey()));
        }
        if (choices.size() > MOST_ENTRIES) {
            throw Members.refused("view", MOST_ENTRIES);
        }
        return choices;
    }
}
