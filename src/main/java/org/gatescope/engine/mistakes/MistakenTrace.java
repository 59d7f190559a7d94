package org.gatescope.engine.mistakes;

import java.util.Map;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkTrace;

/**
 * What a run with mistakes computed.
 *
 * @param parametersAfter all parameters by full name: as they went in, save those that the backward loop changed
 */
public record MistakenTrace(NetworkTrace trace, Map<String, Matrix> parametersAfter) {}
