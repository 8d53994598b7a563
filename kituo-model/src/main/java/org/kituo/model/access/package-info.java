/**
 * Who may do what: one decision function over sharing, authorities and the organisation units of a
 * user. Default is no.
 */
@NullMarked
package org.kituo.model.access;

import org.jspecify.annotations.NullMarked;
