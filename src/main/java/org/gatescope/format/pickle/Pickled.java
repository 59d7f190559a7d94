package org.gatescope.format.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.format.tensor.ElementType;
import org.gatescope.format.tensor.NamedTensor;

/** What can lie on the stack of an {@link Unpickler}: data, and names of what Python would have called. */
sealed interface Pickled {
    /** Whatever is of no interest here: None, bytes, settings of a training. */
    enum Nothing implements Pickled {
        NOTHING
    }

    record Text(String text) implements Pickled {}

    /** A whole number within 64 bits. */
    record Whole(long value) implements Pickled {}

    /** A list, tuple or set; it can come to hold itself. */
    final class Items implements Pickled {
        private final List<Pickled> items;

        Items() {
            this(new ArrayList<>(0));
        }

        Items(List<Pickled> items) {
            this.items = items;
        }

        List<Pickled> items() {
            return items;
        }
    }

    /** A dictionary; what is no text or whole number as a key is left out. */
    final class Dictionary implements Pickled {
        private final Map<String, Pickled> entries = new LinkedHashMap<>(0);

        Map<String, Pickled> entries() {
            return entries;
        }

        void put(Pickled key, Pickled value) {
            switch (key) {
                case Text text -> entries.put(text.text(), value);
                case Whole whole -> entries.put(String.valueOf(whole.value()), value);
                default -> {}
            }
        }
    }

    /** What is called to make something. */
    enum Callee implements Pickled {
        DICTIONARY,
        SIZE,
        TENSOR,
        TENSOR_OF_TYPE,
        PARAMETER,
        FROM_TYPE,
        /** Known to be harmless and of no use here. */
        INERT
    }

    /** The kind of numbers in a storage, or a dtype. */
    record Type(ElementType type) implements Pickled {}

    /** A block of numbers in a file of its own in the archive. */
    record Storage(ElementType type, String key, long count) implements Pickled {}

    /** A view into a storage; its name comes from where it stands. */
    record View(NamedTensor tensor) implements Pickled {}
}
