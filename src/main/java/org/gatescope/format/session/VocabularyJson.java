package org.gatescope.format.session;

import java.util.List;
import java.util.Optional;
import org.gatescope.engine.Network;
import org.gatescope.format.FormatException;
import org.gatescope.session.Cutting;
import org.gatescope.session.Tokenizer;
import org.gatescope.session.Vocabulary;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the inputs stand for and how a text is cut into it; files that do not say how are told by their words. */
final class VocabularyJson {
    private static final String WORDS = "vocabulary";
    private static final String TOKENIZER = "tokenizer";

    private VocabularyJson() {}

    static void write(Vocabulary vocabulary, ObjectNode file) {
        ArrayNode words = file.putArray(WORDS);
        vocabulary.tokens().forEach(words::add);
        if (!vocabulary.isEmpty()) {
            file.set(TOKENIZER, written(vocabulary.tokenizer()));
        }
    }

    private static ObjectNode written(Tokenizer tokenizer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (tokenizer.cutting()) {
            case Cutting.Words(String filters) -> node.put("cutting", "words").put("filters", filters);
            case Cutting.Vectorized vectorized -> node.put("cutting", "text-vectorization");
            case Cutting.WhiteSpace space -> node.put("cutting", "white-space");
            case Cutting.Matches(String pattern) ->
                node.put("cutting", "matches").put("pattern", pattern);
            case Cutting.Characters characters -> node.put("cutting", "characters");
        }
        node.put("lower", tokenizer.lower()).put("most", tokenizer.most());
        tokenizer.unknown().ifPresent(token -> node.put("unknown", token));
        return node;
    }

    static Vocabulary read(Members file, Network network) throws FormatException {
        List<String> words = file.texts(WORDS);
        if (!words.isEmpty() && words.size() != network.inputs()) {
            throw Members.refused("vocabulary", network.inputs(), words.size());
        }
        Optional<Members> tokenizer = file.optional(TOKENIZER);
        return tokenizer.isPresent() ? new Vocabulary(words, tokenizer(tokenizer.get())) : Vocabulary.of(words);
    }

    private static Tokenizer tokenizer(Members node) throws FormatException {
        Optional<String> unknown = node.has("unknown") ? Optional.of(node.text("unknown")) : Optional.empty();
        try {
            Tokenizer read = new Tokenizer(
                    cutting(node), node.flag("lower"), node.whole("most", 0, Tokenizer.MOST_TOKENS), unknown);
            node.end();
            return read;
        } catch (IllegalArgumentException e) {
            throw Members.refused("tokenizer", String.valueOf(e.getMessage()));
        }
    }

    private static Cutting cutting(Members node) throws FormatException {
        return switch (node.text("cutting")) {
            case "words" -> new Cutting.Words(node.text("filters"));
            case "text-vectorization" -> new Cutting.Vectorized();
            case "white-space" -> new Cutting.WhiteSpace();
            case "matches" -> new Cutting.Matches(node.text("pattern"));
            case "characters" -> new Cutting.Characters();
            default ->
                throw node.unknown("cutting", "words", "text-vectorization", "white-space", "matches", "characters");
        };
    }
}
