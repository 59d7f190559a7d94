package org.gatescope.ui.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatescope.format.found.Band;
import org.gatescope.format.found.Block;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.found.StoredParameter;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.text.NumberForm;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PartWords;

/**
 * What a parameter was made of.
 *
 * @param parameter its full name
 * @param name      as people read it
 * @param source    the blocks that were summed, in words
 * @param first     the tensor that the first of them lies in
 */
record ParameterRow(String parameter, String name, String shape, String source, Optional<NamedTensor> first) {
    private static final Texts TEXTS = Texts.of(ParameterRow.class);

    /** All parameters of a network. @param prefix that need not be said with each tensor */
    static List<ParameterRow> of(FoundNetwork found, String prefix) {
        return found.stored().entrySet().stream()
                .map(entry -> of(entry, found, prefix))
                .toList();
    }

    private static ParameterRow of(Map.Entry<String, StoredParameter> entry, FoundNetwork found, String prefix) {
        String name = entry.getKey();
        StoredParameter parameter = entry.getValue();
        return new ParameterRow(
                name,
                PartWords.parameter(found.network(), name),
                parameter.rows() + " × " + parameter.columns(),
                source(name, parameter, prefix),
                parameter.blocks().stream().map(Block::tensor).findFirst());
    }

    private static String source(String name, StoredParameter parameter, String prefix) {
        String sum = parameter.blocks().stream()
                .map(block -> words(Band.of(name, parameter, block), block, prefix))
                .collect(Collectors.joining(" + "));
        String added = NumberForm.USUAL.signed(parameter.added());
        if (sum.isEmpty()) {
            return parameter.added() == 0 ? TEXTS.get("source.zeros") : TEXTS.get("source.constant", added);
        }
        return parameter.added() == 0 ? sum : TEXTS.get("source.added", sum, added);
    }

    private static String words(Band band, Block block, String prefix) {
        int rows = Band.rows(block.tensor().dimensions());
        int columns = Band.columns(block.tensor().dimensions());
        String full = block.tensor().name();
        String name = full.startsWith(prefix) ? full.substring(prefix.length()) : full;
        boolean isVector = rows == 1;
        String place = band.rows() < rows
                ? TEXTS.get("source.rows", name, band.row() + 1, band.row() + band.rows())
                : band.columns() < columns
                        ? TEXTS.get(
                                isVector ? "source.numbers" : "source.columns",
                                name,
                                band.column() + 1,
                                band.column() + band.columns())
                        : name;
        return block.isTransposed() ? TEXTS.get("source.transposed", place) : place;
    }
}
