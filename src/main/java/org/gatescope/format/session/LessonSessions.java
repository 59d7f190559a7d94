package org.gatescope.format.session;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gatescope.format.FormatException;
import org.gatescope.session.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sessions of a lesson's steps: in a file only what differs from the one that the lesson opens with, as a merge patch (RFC
 * 7396).
 */
final class LessonSessions {
    /** As many as a lesson may have. */
    static final int MOST = 32;

    private final ObjectNode base;
    private int read;

    /** @param base the session that they differ from, as files have it */
    LessonSessions(ObjectNode base) {
        this.base = base;
    }

    ObjectNode written(Session session) {
        return difference(base, SessionJson.written(session));
    }

    /** @throws FormatException with what is wrong, or if there are too many of them */
    Session read(Members node, String key) throws FormatException {
        read++;
        if (read > MOST) {
            throw Members.refused("lesson.sessions", MOST);
        }
        JsonNode patch = node.require(key);
        Members.of(patch, node.place(key));
        try {
            Members merged = Members.of(merged(base, patch), "");
            Session session = SessionJson.session(merged, MOST);
            merged.end();
            return session;
        } catch (FormatException e) {
            throw Members.refused("lesson.session", node.place(key), String.valueOf(e.getMessage()));
        }
    }

    /** What leads from one to the other; null stands for what is not there any more. */
    static ObjectNode difference(ObjectNode from, ObjectNode to) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        Set<String> names = new HashSet<>(from.propertyNames());
        names.removeAll(to.propertyNames());
        names.forEach(patch::putNull);
        for (Map.Entry<String, JsonNode> member : to.properties()) {
            JsonNode before = from.get(member.getKey());
            if (before instanceof ObjectNode one && member.getValue() instanceof ObjectNode other) {
                ObjectNode inner = difference(one, other);
                if (!inner.isEmpty()) {
                    patch.set(member.getKey(), inner);
                }
            } else if (!member.getValue().equals(before)) {
                patch.set(member.getKey(), member.getValue());
            }
        }
        return patch;
    }

    /** What a patch makes of it, which stays as it is. */
    static JsonNode merged(JsonNode from, JsonNode patch) {
        if (!(patch instanceof ObjectNode)) {
            return patch;
        }
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        if (from instanceof ObjectNode object) {
            merged.setAll(object);
        }
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            if (member.getValue().isNull()) {
                merged.remove(member.getKey());
            } else {
                merged.set(member.getKey(), merged(merged.path(member.getKey()), member.getValue()));
            }
        }
        return merged;
    }
}
