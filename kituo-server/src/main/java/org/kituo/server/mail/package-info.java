/** Sends the mail that waits in the outbox. */
@NullMarked
package org.kituo.server.mail;

import org.jspecify.annotations.NullMarked;
