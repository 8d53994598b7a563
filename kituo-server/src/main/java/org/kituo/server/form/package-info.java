/** The routes of data entry forms as wholes: completing them, entering late, usual ranges. */
@NullMarked
package org.kituo.server.form;

import org.jspecify.annotations.NullMarked;
