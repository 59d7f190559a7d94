package org.gatescope.format.data;

/**
 * How a text is probably written, and why: a sentence each, to stand beside what can be changed.
 *
 * @param separator   why that one
 * @param decimalMark why that one
 * @param header      why there is one, or none
 */
public record FoundForm(TextForm form, String separator, String decimalMark, String header) {}
