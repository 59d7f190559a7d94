package org.gatescope.picture;

/** Which point of a text is given. All of them lie on its baseline. */
public enum Anchor {
    LEFT,
    CENTRE,
    RIGHT
}
