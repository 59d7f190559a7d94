package org.gatescope.format.layered;

import java.util.function.Predicate;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Maker;

/**
 * A form that is known and not read.
 *
 * @param names which folders have it
 * @param key   of the sentence on why not and what to do; {0} is the folder
 */
public record RefusedForm(Maker maker, Predicate<Folder> names, String key) implements CellForm {
    @Override
    public boolean fits(Folder folder) {
        return names.test(folder);
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        throw new FormatException(key, folder.text());
    }
}
