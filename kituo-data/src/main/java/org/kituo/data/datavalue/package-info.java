/**
 * Figures: reading them from requests, checking them against metadata in memory, writing, exporting
 * and looking at them.
 *
 * <p>{@link org.kituo.data.datavalue.DataValueImport} takes many, {@link
 * org.kituo.data.datavalue.DataValueEntry} one from a form. Both make an {@link
 * org.kituo.data.datavalue.EntryGroup} of the texts, resolve its identifiers, check it as a whole
 * and value by value, and hand rows of integers to the store.
 */
@NullMarked
package org.kituo.data.datavalue;

import org.jspecify.annotations.NullMarked;
