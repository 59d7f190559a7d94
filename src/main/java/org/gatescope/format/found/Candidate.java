package org.gatescope.format.found;

import java.util.List;
import org.gatescope.format.FormatException;

/** A network that a file seems to hold. */
public interface Candidate {
    /** Whose names and layout it has. */
    Maker maker();

    /** What tells it from others in the file: mostly what the names of all its tensors begin with. */
    String prefix();

    /** The name of one of its tensors without the prefix. */
    default String local(String tensor) {
        return tensor.substring(prefix().length());
    }

    /** What the file does not say. */
    List<Unstated> unstated();

    /** The network itself. @throws FormatException if it cannot be taken as it is; the sentence says why and what to do */
    FoundNetwork network(Answers answers) throws FormatException;
}
