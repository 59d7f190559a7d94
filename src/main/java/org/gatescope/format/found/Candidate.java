package org.gatescope.format.found;

import java.util.List;
import org.gatescope.format.FormatException;

/** A network that a file seems to hold. */
public interface Candidate {
    /** Whose names and layout it has. */
    Maker maker();

    /** What the names of all its tensors begin with; it tells it from others in the file. */
    String prefix();

    /** What the file does not say. */
    List<Unstated> unstated();

    /** The network itself. @throws FormatException if it cannot be taken as it is; the sentence says why and what to do */
    FoundNetwork network(Answers answers) throws FormatException;
}
