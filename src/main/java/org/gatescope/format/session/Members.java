package org.gatescope.format.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.format.FormatException;
import org.gatescope.text.Texts;
import tools.jackson.databind.JsonNode;

/**
 * The members of an object in a file, each with the place that sentences name: {@code network.layers[1].hidden}. What is
 * there and was not asked for is refused in the end.
 */
final class Members {
    private static final Texts TEXTS = Texts.of(Members.class);
    private static final int LONGEST_ECHO = 40;

    private final JsonNode object;
    private final String place;
    private final Set<String> asked = new HashSet<>();

    private Members(JsonNode object, String place) {
        this.object = object;
        this.place = place;
    }

    /** @param place empty for the whole file */
    static Members of(JsonNode node, String place) throws FormatException {
        if (!node.isObject()) {
            throw place.isEmpty() ? refused("object.file") : refused("object", place);
        }
        return new Members(node, place);
    }

    static FormatException refused(String key, Object... arguments) {
        return FormatException.because(TEXTS.get(key, arguments));
    }

    /** Where a member stands. */
    String place(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    boolean has(String key) {
        return object.has(key);
    }

    JsonNode require(String key) throws FormatException {
        asked.add(key);
        JsonNode node = object.get(key);
        if (node == null) {
            throw refused("missing", place(key));
        }
        return node;
    }

    Members object(String key) throws FormatException {
        return of(require(key), place(key));
    }

    Optional<Members> optional(String key) throws FormatException {
        return has(key) ? Optional.of(object(key)) : Optional.empty();
    }

    List<JsonNode> list(String key) throws FormatException {
        JsonNode node = require(key);
        if (!node.isArray()) {
            throw refused("list", place(key));
        }
        return new ArrayList<>(node.values());
    }

    List<Members> objects(String key) throws FormatException {
        List<Members> objects = new ArrayList<>();
        for (JsonNode node : list(key)) {
            objects.add(of(node, place(key) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    List<String> texts(String key) throws FormatException {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : list(key)) {
            texts.add(text(node, place(key) + "[" + texts.size() + "]"));
        }
        return texts;
    }

    String text(String key) throws FormatException {
        return text(require(key), place(key));
    }

    private static String text(JsonNode node, String place) throws FormatException {
        if (!node.isString()) {
            throw refused("text", place);
        }
        return node.stringValue();
    }

    boolean flag(String key) throws FormatException {
        JsonNode node = require(key);
        if (!node.isBoolean()) {
            throw refused("flag", place(key));
        }
        return node.booleanValue();
    }

    int whole(String key, int least, int most) throws FormatException {
        return (int) wholeLong(key, least, most);
    }

    long wholeLong(String key, long least, long most) throws FormatException {
        return whole(require(key), place(key), least, most);
    }

    static long whole(JsonNode node, String place, long least, long most) throws FormatException {
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.longValue() < least
                || node.longValue() > most) {
            throw refused("whole", place, least, most);
        }
        return node.longValue();
    }

    double number(String key) throws FormatException {
        return NumberJson.read(require(key), place(key));
    }

    /** A constant by its word: {@code next-token} for NEXT_TOKEN. */
    <E extends Enum<E>> E choice(String key, Class<E> type) throws FormatException {
        return choice(text(key), place(key), type);
    }

    /** Constants by their words. */
    <E extends Enum<E>> Set<E> choices(String key, Class<E> type) throws FormatException {
        Set<E> chosen = EnumSet.noneOf(type);
        for (String word : texts(key)) {
            chosen.add(choice(word, place(key), type));
        }
        return chosen;
    }

    private static <E extends Enum<E>> E choice(String word, String place, Class<E> type) throws FormatException {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        String known = Arrays.stream(type.getEnumConstants()).map(Members::word).collect(Collectors.joining(", "));
        throw refused("choice", place, excerpt(word), known);
    }

    /** That a member names nothing that there is. @param known what there is */
    FormatException unknown(String key, String... known) throws FormatException {
        return refused("choice", place(key), excerpt(text(key)), String.join(", ", known));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The members by name, all of them asked for. */
    Map<String, JsonNode> all() {
        asked.addAll(object.propertyNames());
        return object.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @throws FormatException if there is a member that nobody asked for */
    void end() throws FormatException {
        for (String name : object.propertyNames()) {
            if (!asked.contains(name)) {
                throw refused("unknown", place(excerpt(name)));
            }
        }
    }

    /** Of what a file says, no more than a sentence has room for. */
    static String excerpt(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }
}
