package org.gatescope.ui.data;

import java.util.Optional;
import org.gatescope.format.FormatException;
import org.gatescope.format.data.ArrayOrder;
import org.gatescope.format.data.Choices;
import org.gatescope.format.data.ColumnTable;
import org.gatescope.format.data.DataFiles;
import org.gatescope.format.data.FoundForm;
import org.gatescope.format.data.Recognition;
import org.gatescope.format.data.Role;
import org.gatescope.format.data.Sequencing;
import org.gatescope.format.data.TextForm;
import org.gatescope.session.Sequences;
import org.gatescope.session.Split;

/**
 * Files under way to a session, as far as they have come.
 *
 * @param form    of a text; empty for arrays
 * @param order   of arrays
 * @param read    empty where the files cannot be read in this form
 * @param problem why not, or why there are no sequences; empty where there is none
 */
record Import(
        DataFiles files,
        Optional<TextForm> form,
        ArrayOrder order,
        Optional<Read> read,
        Split split,
        Optional<Sequences> sequences,
        String problem) {
    /** A table, what it was taken for, and what it is to be. */
    record Read(ColumnTable table, Recognition recognition, Choices choices) {}

    /** As they are recognised. */
    static Import of(DataFiles files) {
        return read(files, files.found().map(FoundForm::form), ArrayOrder.SEQUENCES_FIRST, Split.NONE)
                .withUsualTests();
    }

    /** A fifth of the sequences, where there are five. */
    private int usualTests() {
        return sequences.map(made -> made.lengths().size() / 5).orElse(0);
    }

    private Import withUsualTests() {
        return usualTests() == split.count() ? this : with(Split.last(usualTests()));
    }

    /** The number of tests stays where the user has given one. */
    private Import after(Import before) {
        boolean isUsual = before.split.count() == before.usualTests();
        return isUsual ? withUsualTests() : this;
    }

    private static Import read(DataFiles files, Optional<TextForm> form, ArrayOrder order, Split split) {
        try {
            ColumnTable table = form.isPresent() ? files.read(form.get()) : files.read(order);
            Recognition recognition = Recognition.of(table);
            return sequenced(files, form, order, new Read(table, recognition, recognition.choices()), split);
        } catch (FormatException e) {
            return new Import(
                    files, form, order, Optional.empty(), split, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private static Import sequenced(
            DataFiles files, Optional<TextForm> form, ArrayOrder order, Read read, Split split) {
        try {
            Sequences made = Sequencing.of(read.table(), read.choices(), split, files.title());
            return new Import(files, form, order, Optional.of(read), split, Optional.of(made), "");
        } catch (FormatException e) {
            return new Import(
                    files, form, order, Optional.of(read), split, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** Read once more, in another form. */
    Import with(TextForm changed) {
        return read(files, Optional.of(changed), order, split).after(this);
    }

    /** Read once more, in another order. */
    Import with(ArrayOrder changed) {
        return read(files, form, changed, split).after(this);
    }

    /** The same table with other choices. */
    Import with(Choices changed) {
        return sequenced(
                files,
                form,
                order,
                new Read(read.orElseThrow().table(), read.get().recognition(), changed),
                split);
    }

    /** The same with a column in another role. */
    Import withRole(int column, Role role) {
        Read kept = read.orElseThrow();
        return with(Recognition.withRole(kept.table(), kept.choices(), column, role))
                .after(this);
    }

    /** The same with other test sequences. */
    Import with(Split changed) {
        return read.map(kept -> sequenced(files, form, order, kept, changed)).orElse(this);
    }
}
