/** HDF5 files, in which Keras keeps weights: their arrays and the texts that lie beside them. */
@NullMarked
package org.gatescope.format.hdf;

import org.jspecify.annotations.NullMarked;
