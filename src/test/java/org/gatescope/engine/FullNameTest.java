package org.gatescope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Network.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FullNameTest {
    private static Network network(Directions directions) {
        Layer layer = new Layer(BuiltInCells.cell("lstm"), 2, directions);
        ReadOut readOut = new ReadOut(3, true, ReadOut.Activation.SOFTMAX);
        return new Network(4, Optional.of(new Embedding(3)), List.of(layer, layer), Optional.of(readOut));
    }

    @ParameterizedTest
    @EnumSource
    void everyParameterIsTakenApartAndWrittenAgain(Directions directions) {
        for (String full : network(directions).parameters().keySet()) {
            FullName name = FullName.of(full);
            assertEquals(full, name.text());
            assertTrue(FullName.isIn(full, name.part()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPartNamesItsParametersAndStates(Directions directions) {
        for (Part part : network(directions).parts()) {
            assertEquals(new FullName(part.parameterKey(), "Wx.f"), FullName.of(part.parameter("Wx.f")));
            assertEquals(new FullName(part.key(), "c"), FullName.of(part.state("c")));
            assertEquals(Optional.of(new PartKey(part.index(), part.reversed())), PartKey.read(part.key()), part.key());
        }
    }

    @Test
    void readOutAndEmbeddingAreOneWord() {
        assertEquals(new FullName(ReadOut.KEY, "W"), FullName.of(ReadOut.WEIGHTS));
        assertEquals(new FullName(Embedding.KEY, "E"), FullName.of(Embedding.TABLE));
        assertEquals(Optional.empty(), PartKey.read(ReadOut.KEY));
        assertEquals(Optional.empty(), PartKey.read(Embedding.KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Wx", "0.forward", "dense", "x.backwards.h"})
    void whatIsNoKeyIsNotReadAsOne(String text) {
        assertEquals(text.equals("0.forward"), PartKey.read(text).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Wx", "0.forward", "dense"})
    void aNameWithoutItsPartIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> FullName.of(text));
    }

    @Test
    void aPartIsNotThatOfALayerWhoseNumberBeginsAlike() {
        assertFalse(FullName.isIn("10.forward.h", "1"));
        assertFalse(FullName.isIn("0.forward2.h", PartKey.FIRST));
        assertTrue(FullName.isIn("0.forward.h", PartKey.FIRST));
    }
}
