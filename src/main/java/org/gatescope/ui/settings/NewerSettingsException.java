package org.gatescope.ui.settings;

/** The settings were written by a later Gatescope, whose form this one does not know. */
final class NewerSettingsException extends Exception {
    private static final long serialVersionUID = 1;
}
