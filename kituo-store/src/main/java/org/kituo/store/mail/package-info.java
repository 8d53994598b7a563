/** Mail that waits to be sent. */
@NullMarked
package org.kituo.store.mail;

import org.jspecify.annotations.NullMarked;
